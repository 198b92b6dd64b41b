import java.io.File;
import javax.xml.catalog.*;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.RDFParserMetaData;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.profiles.*;

/**
 * Opens each file with the OWLAPI, as Protege does, imports by the catalog-v001.xml beside it: counts of assertions between nodes, of assertions
 * with values, of OWL 2 DL violations, of triples that no axiom came of, and of ontologies with those imported.
 */
public class Owl {
    public static void main(String[] args) throws Exception {
        for (String name : args) {
            File file = new File(name);
            OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
            File found = new File(file.getParentFile(), "catalog-v001.xml");
            if (found.isFile()) {
                Catalog catalog = CatalogManager.catalog(CatalogFeatures.defaults(), found.toURI());
                manager.getIRIMappers().add((OWLOntologyIRIMapper) iri -> {
                    String place = catalog.matchURI(iri.toString());
                    return place == null ? null : IRI.create(place);
                });
            }
            OWLOntology ontology = manager.loadOntologyFromOntologyDocument(file);
            OWLProfileReport report = new OWL2DLProfile().checkOntology(ontology);
            RDFParserMetaData told = (RDFParserMetaData) ontology.getFormat().getOntologyLoaderMetaData().get();
            System.out.println(file.getName() + "\t" + ontology.getAxiomCount(AxiomType.OBJECT_PROPERTY_ASSERTION) + "\t"
                + ontology.getAxiomCount(AxiomType.DATA_PROPERTY_ASSERTION) + "\t" + report.getViolations().size() + "\t"
                + told.getUnparsedTriples().count() + "\t" + ontology.importsClosure().count());
            for (OWLProfileViolation violation : report.getViolations()) System.err.println(violation);
            told.getUnparsedTriples().forEach(System.err::println);
        }
    }
}
