package nl.idcontact.telephony.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;

/** The rules of the house. A rule that matches nothing fails, which is what ArchUnit does by default. */
@AnalyzeClasses(packages = "nl.idcontact.telephony", importOptions = ArchitectureTest.MainCodeOnly.class)
class ArchitectureTest {
    private static final String ROOT = "nl.idcontact.telephony.";
    private static final String DOMAIN = ROOT + "domain..";
    private static final String HTTP = ROOT + "http..";
    private static final String JOSE = ROOT + "http.jose..";
    private static final String POSTGRES = ROOT + "postgres..";
    private static final String LAMBDA = ROOT + "lambda..";
    private static final String APP = ROOT + "app..";

    /** Neither this module's tests nor the test-jars of the others. */
    static final class MainCodeOnly implements ImportOption {
        private static final Pattern TEST_JAR = Pattern.compile(".*-(tck|testing|flow)\\.jar!.*");

        @Override
        public boolean includes(Location location) {
            return new ImportOption.DoNotIncludeTests().includes(location) && !location.matches(TEST_JAR);
        }
    }

    @ArchTest
    static final ArchRule the_domain_knows_the_jdk_only = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, "java..", "javax.crypto..", "org.jspecify..");

    @ArchTest
    static final ArchRule http_knows_no_other_adapter = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POSTGRES, LAMBDA, APP);

    @ArchTest
    static final ArchRule postgres_knows_no_other_adapter = noClasses()
            .that()
            .resideInAPackage(POSTGRES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP, LAMBDA, APP);

    @ArchTest
    static final ArchRule the_lambda_stands_alone = noClasses()
            .that()
            .resideInAPackage(LAMBDA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN, HTTP, POSTGRES, APP);

    @ArchTest
    static final ArchRule opening_auth_results_is_free_of_vertx = noClasses()
            .that()
            .resideInAPackage(JOSE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule ports_and_model_do_not_know_the_use_cases = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "domain.model..", ROOT + "domain.port..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "domain.usecase..", ROOT + "domain.secrecy..", ROOT + "domain.inmemory..");

    @ArchTest
    static final ArchRule time_is_handed_in = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, HTTP, POSTGRES)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule chance_is_handed_in = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "domain.usecase..", ROOT + "domain.secrecy..", HTTP, POSTGRES)
            .should()
            .callConstructor(SecureRandom.class);

    @ArchTest
    static final ArchRule use_cases_are_final_classes = classes()
            .that()
            .resideInAPackage(ROOT + "domain.usecase")
            .and()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Common");
}
