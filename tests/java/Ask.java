import java.io.*;
import java.nio.file.*;
import org.apache.jena.query.*;
import org.apache.jena.rdf.model.*;
import org.apache.jena.riot.*;
import org.apache.jena.sparql.util.FmtUtils;

/** Asks Apache Jena: a Turtle file, then .rq files; for each a line "# name", then its rows as tab-separated terms, white space folded. */
public class Ask {
    public static void main(String[] args) throws Exception {
        Model model = RDFDataMgr.loadModel(args[0]);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (int i = 1; i < args.length; i++) {
            out.println("# " + args[i]);
            Query query = QueryFactory.create(Files.readString(Path.of(args[i])));
            try (QueryExecution run = QueryExecutionFactory.create(query, model)) {
                if (query.isConstructType()) {
                    out.println(run.execConstruct().size());
                    continue;
                }
                ResultSet rows = run.execSelect();
                while (rows.hasNext()) {
                    QuerySolution row = rows.next();
                    StringBuilder line = new StringBuilder();
                    for (String name : rows.getResultVars()) {
                        RDFNode node = row.get(name);
                        String text = node == null ? "" : node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
                        line.append(line.length() == 0 && name.equals(rows.getResultVars().get(0)) ? "" : "\t").append(text.strip().replaceAll("\\s+", " "));
                    }
                    out.println(line);
                }
            }
        }
    }
}
