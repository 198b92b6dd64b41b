// The page to ask on: an editor, the named questions, and the answer as a table. Everything of the data is set as text.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const editor = CodeMirror.fromTextArea(byId("query"), {
    mode: "application/sparql-query", lineNumbers: true, matchBrackets: true, lineWrapping: true,
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, Tab: false, "Shift-Tab": false },
  });
  editor.getInputField().setAttribute("aria-label", "SPARQL query");
  let prefixes = {};
  let asked = "";

  fetch("/questions.json").then((r) => r.json()).then(([head, ...questions]) => {
    prefixes = head.prefixes;
    const select = byId("named");
    for (const question of questions) {
      const option = new Option(question.title, question.name);
      select.append(option);
    }
    select.addEventListener("change", () => {
      const question = questions.find((q) => q.name === select.value);
      byId("about").textContent = question ? question.question : "";
      if (question) { editor.setValue(question.text); run(); }
    });
    const wanted = new URLSearchParams(location.search);
    if (wanted.has("name")) { select.value = wanted.get("name"); select.dispatchEvent(new Event("change")); }
    if (wanted.has("query")) { editor.setValue(wanted.get("query")); }
  });

  function ask(accept) {
    return fetch("/sparql", {
      method: "POST", body: asked, headers: { Accept: accept, "Content-Type": "application/sparql-query" },
    });
  }

  function short(iri) {
    for (const [prefix, namespace] of Object.entries(prefixes)) {
      if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
    }
    const at = iri.indexOf("/id/");
    return at < 0 ? iri : decodeURIComponent(iri.slice(at + 4));
  }

  function cell(term) {
    const td = document.createElement("td");
    if (term) { td.textContent = term.type === "uri" ? short(term.value) : term.value; td.title = term.value; }
    return td;
  }

  function table(record) {
    const answer = document.createElement("table");
    const head = answer.createTHead().insertRow();
    for (const name of record.head.vars) {
      const th = document.createElement("th");
      th.scope = "col"; th.textContent = name; head.append(th);
    }
    const body = answer.createTBody();
    for (const binding of record.results.bindings.slice(0, 1000)) {
      const row = body.insertRow();
      for (const name of record.head.vars) row.append(cell(binding[name]));
    }
    return answer;
  }

  function wrong(text) {
    const error = byId("error");
    error.textContent = text; error.hidden = false;
    const place = /line (\d+)/.exec(text);
    if (place) editor.addLineClass(Number(place[1]) - 1, "background", "wrong");
  }

  async function run() {
    asked = editor.getValue();
    editor.eachLine((line) => editor.removeLineClass(line, "background", "wrong"));
    byId("error").hidden = true;
    byId("answer").replaceChildren();
    byId("status").textContent = "asking …";
    const start = performance.now();
    const response = await ask("application/sparql-results+json, text/turtle;q=0.9").catch(() => null);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const rows = response && response.ok && response.headers.get("Content-Type").includes("json");
    byId("csv").disabled = byId("json").disabled = !rows;
    if (!response) { byId("status").textContent = ""; wrong("The server does not answer; is kg serve still running?"); return; }
    if (!response.ok) { byId("status").textContent = ""; wrong(await response.text()); return; }
    if (!rows) {
      const pre = document.createElement("pre");
      pre.textContent = await response.text();
      byId("answer").append(pre);
      byId("status").textContent = `a graph, ${seconds} s`;
      return;
    }
    const record = await response.json();
    if ("boolean" in record) { byId("status").textContent = `${record.boolean ? "yes" : "no"}, ${seconds} s`; return; }
    const count = record.results.bindings.length;
    byId("status").textContent = `${count} rows, ${seconds} s${count > 1000 ? "; the first 1000 are shown" : ""}`;
    byId("answer").append(table(record));
  }

  async function download(accept, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await ask(accept)).blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  byId("csv").addEventListener("click", () => download("text/csv", "answer.csv"));
  byId("json").addEventListener("click", () => download("application/sparql-results+json", "answer.json"));
  byId("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
})();
