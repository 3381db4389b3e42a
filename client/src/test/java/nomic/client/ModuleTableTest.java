package nomic.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** Holds the client to its row of the module table in docs/ARCHITECTURE.md. */
final class ModuleTableTest {
    @Test
    void the_client_needs_the_jdk_and_jackson_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "nomic.client..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.annotations..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("nomic.client"));
    }
}
