import java.io.*;
import org.eclipse.rdf4j.model.*;
import org.eclipse.rdf4j.rio.*;

/** Reads each file with RDF4J's strict parsers: distinct triples whatever their graph. */
public class Rio {
    public static void main(String[] args) throws Exception {
        for (String name : args) {
            RDFFormat format = Rio_format(name);
            try (InputStream in = new FileInputStream(name)) {
                Model model = org.eclipse.rdf4j.rio.Rio.parse(in, "http://example.org/", format);
                java.util.Set<String> triples = new java.util.HashSet<>();
                for (Statement s : model) triples.add(s.getSubject() + " " + s.getPredicate() + " " + s.getObject());
                System.out.println(new File(name).getName() + "\t" + triples.size());
            }
        }
    }

    static RDFFormat Rio_format(String name) {
        if (name.endsWith(".ttl")) return RDFFormat.TURTLE;
        if (name.endsWith(".trig")) return RDFFormat.TRIG;
        if (name.endsWith(".nq")) return RDFFormat.NQUADS;
        if (name.endsWith(".nt")) return RDFFormat.NTRIPLES;
        if (name.endsWith(".jsonld")) return RDFFormat.JSONLD;
        return RDFFormat.RDFXML;
    }
}
