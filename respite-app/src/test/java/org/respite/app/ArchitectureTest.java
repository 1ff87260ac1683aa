// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md. */
class ArchitectureTest {
  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.respite");

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.respite..")
        .layer("app").definedBy("org.respite.app..")
        .layer("report").definedBy("org.respite.report..")
        .layer("engine").definedBy("org.respite.engine..")
        .layer("wheels").definedBy("org.respite.wheels..")
        .layer("model").definedBy("org.respite.model..")
        .layer("kernel").definedBy("org.respite.kernel..")
        .layer("roads").definedBy("org.respite.roads..")
        .layer("reading").definedBy("org.respite.reading..")
        .layer("monitor").definedBy("org.respite.monitor..")
        .layer("ledger").definedBy("org.respite.ledger..")
        .whereLayer("app").mayNotBeAccessedByAnyLayer()
        .whereLayer("report").mayOnlyBeAccessedByLayers("app")
        .whereLayer("engine").mayOnlyBeAccessedByLayers("report", "app")
        .whereLayer("wheels").mayOnlyBeAccessedByLayers("engine", "report", "app")
        .whereLayer("model").mayOnlyBeAccessedByLayers("roads", "ledger", "wheels", "engine", "report", "app")
        .whereLayer("kernel").mayOnlyBeAccessedByLayers("engine", "app")
        .whereLayer("roads").mayOnlyBeAccessedByLayers("engine", "report", "app")
        .whereLayer("reading").mayOnlyBeAccessedByLayers("app")
        .whereLayer("monitor").mayOnlyBeAccessedByLayers("report", "app")
        .whereLayer("ledger").mayOnlyBeAccessedByLayers("app")
        .check(OURS);
  }

  @Test
  void theKernelKnowsNothingButTheJdk() {
    ArchRuleDefinition.classes().that().resideInAPackage("org.respite.kernel..").should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.respite.kernel..").check(OURS);
  }

  @Test
  void packagesOfEveryLayeredModuleFormNoCircle() {
    slices().matching("org.respite.wheels.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.model.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.roads.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.engine.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.ledger.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.kernel.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.monitor.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("org.respite.app.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void theWordsOfReadingKnowNoneOfItsParts() {
    ArchRuleDefinition.noClasses().that().resideInAPackage("org.respite.reading").should().dependOnClassesThat().resideInAnyPackage("org.respite.reading.*..").check(OURS);
    slices().matching("org.respite.reading.(*)..").should().beFreeOfCycles().check(OURS);
  }
}
