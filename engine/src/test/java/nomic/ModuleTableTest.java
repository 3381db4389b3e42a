package nomic;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

/** Holds the engine to its row of the module table in docs/ARCHITECTURE.md. */
final class ModuleTableTest {
    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("nomic");

    @Test
    void the_engine_knows_neither_http_nor_sql() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.helidon..",
                        "java.net.http..",
                        "org.hibernate..",
                        "java.sql..",
                        "jakarta..")
                .check(ENGINE);
    }

    @Test
    void only_code_and_session_know_drools() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nomic.code..", "nomic.session..", "nomic.sentence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(ENGINE);
    }

    @Test
    void of_drools_the_sentences_know_its_dsl_alone() {
        noClasses()
                .that()
                .resideInAPackage("nomic.sentence..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.drools..", "org.kie..")
                                .and(resideOutsideOfPackage("org.drools.drl.parser.lang.dsl")))
                .check(ENGINE);
    }

    @Test
    void what_rules_see_depends_on_java_alone() {
        classes()
                .that()
                .resideInAPackage("nomic.law..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("nomic.law..", "java..", "org.jspecify.annotations..")
                .check(ENGINE);
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("nomic.(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void nothing_that_decides_reads_a_clock_or_throws_its_own_dice() {
        noClasses()
                .that()
                .resideInAnyPackage("nomic.law..", "nomic.game..", "nomic.session..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .check(ENGINE);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Dto)")
                .check(ENGINE);
    }
}
