import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.profiles.*;

/** Opens each file with the OWLAPI, as Protege does: counts of assertions and of OWL 2 DL violations. */
public class Owl {
    public static void main(String[] args) throws Exception {
        for (String name : args) {
            OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(name));
            OWLProfileReport report = new OWL2DLProfile().checkOntology(ontology);
            System.out.println(new File(name).getName() + "\t" + ontology.getAxiomCount(AxiomType.OBJECT_PROPERTY_ASSERTION) + "\t"
                + ontology.getAxiomCount(AxiomType.DATA_PROPERTY_ASSERTION) + "\t" + report.getViolations().size());
            for (OWLProfileViolation violation : report.getViolations()) System.err.println(violation);
        }
    }
}
