package io.github.acrdoctor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.acrdoctor.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.acrdoctor");

  @Test
  void theImporterSawThePackagesItJudges() {
    Map<String, Long> counts =
        CLASSES.stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.getPackageName().replace(ROOT, ""),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(counts.keySet())
        .containsAll(Set.of("facts", "symptoms", "collect", "rules", "diagnosis", "report", "cli"));
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @Test
  void importsPointUpstreamOnly() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("facts")
        .definedBy(ROOT + "facts..")
        .layer("symptoms")
        .definedBy(ROOT + "symptoms..")
        .layer("collect")
        .definedBy(ROOT + "collect..")
        .layer("rules")
        .definedBy(ROOT + "rules..")
        .layer("diagnosis")
        .definedBy(ROOT + "diagnosis..")
        .layer("report")
        .definedBy(ROOT + "report..")
        .layer("cli")
        .definedBy(ROOT + "cli..")
        .whereLayer("facts")
        .mayNotAccessAnyLayer()
        .whereLayer("symptoms")
        .mayOnlyAccessLayers("facts")
        .whereLayer("collect")
        .mayOnlyAccessLayers("facts")
        .whereLayer("rules")
        .mayOnlyAccessLayers("facts")
        .whereLayer("diagnosis")
        .mayOnlyAccessLayers("facts", "symptoms", "rules")
        .whereLayer("report")
        .mayOnlyAccessLayers("facts", "diagnosis")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void onlyRulesKnowsTheRuleEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "rules..", "causes..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kie..", "org.drools..")
        .check(CLASSES);
  }

  @Test
  void onlyCollectorsSendAnythingAnywhere() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "collect..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "okhttp3..", "okio..", "com.azure..", "org.xbill..", "java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .check(CLASSES);
  }

  @Test
  void theFrameOfTheCollectorsKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "collect")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "collect.*..")
        .check(CLASSES);
  }

  @Test
  void collectorsDoNotDependOnEachOtherInCircles() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + "collect.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void onlyCliTouchesTheStandardStreamsAndEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void factsAreRecords() {
    classes().that().implement(ROOT + "facts.Fact").should().beRecords().check(CLASSES);
  }
}
