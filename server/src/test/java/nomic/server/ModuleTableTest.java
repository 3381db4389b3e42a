package nomic.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** Holds the server to its row of the module table in docs/ARCHITECTURE.md. */
final class ModuleTableTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("nomic");

    @Test
    void the_server_leaves_drools_to_the_engine() {
        noClasses()
                .that()
                .resideInAPackage("nomic.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.objectweb.asm..")
                .check(ALL);
    }

    @Test
    void the_engine_does_not_know_the_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nomic.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nomic.server..")
                .check(ALL);
    }

    @Test
    void only_features_that_keep_something_know_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "nomic.server.store..",
                        "nomic.server.account..",
                        "nomic.server.token..",
                        "nomic.server.door..",
                        "nomic.server.talk..",
                        "nomic.server.notice..",
                        "nomic.server.hook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "java.sql..")
                .check(ALL);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Dto)")
                .check(ALL);
    }
}
