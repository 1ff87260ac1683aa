// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.model.finding.Finding;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.sheet.ManifestBook;
import org.respite.wheels.sheet.Requests;

/** Spreadsheets as people send them. */
class SheetTest {
  @TempDir Path dir;

  private interface Filling {
    void fill(Worksheet s);
  }

  private Requests read(Filling filling) throws IOException {
    Path file = dir.resolve("requests.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet s = book.newWorksheet("Sheet 1");
      String[] header = {"Item", "Quantity", "Unit", "Code", "Weight kg", "Ready", "colour"};
      for (int i = 0; i < header.length; i++) s.value(0, i, header[i]);
      filling.fill(s);
    }
    return Requests.read(file);
  }

  private static void row(Worksheet s, int r, String item, Number quantity, String unit) {
    s.value(r, 0, item);
    s.value(r, 1, quantity);
    s.value(r, 2, unit);
  }

  private static List<String> codes(Requests r) {
    return r.findings().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void soundRowsAreReadWithCodesAsTexts() throws IOException {
    Requests r = read(s -> {
      row(s, 1, "flour", 12.5, "t");
      s.value(1, 3, "00123");
      s.value(1, 5, "2016-10-20T08:00+03:00");
      row(s, 2, "water", 500, "L");
    });
    assertThat(r.tonnes()).isEqualTo(13);
    assertThat(r.read().getFirst().code()).isEqualTo("00123");
    assertThat(r.read().getFirst().ready().orElseThrow()).hasToString("2016-10-20T08:00+03:00");
    assertThat(codes(r)).containsExactly("unknown-column");
  }

  @Test
  void mergedCellsFormulasAndDatesAsNumbersAreTold() throws IOException {
    Requests r = read(s -> {
      row(s, 1, "flour", 10, "t");
      s.range(1, 0, 3, 0).merge();
      s.value(2, 1, 4);
      s.value(2, 2, "t");
      row(s, 4, "rice", 0, "t");
      s.formula(4, 1, "B2*2");
      row(s, 5, "oil", 3, "t");
      s.value(5, 5, LocalDateTime.of(2016, 10, 20, 8, 0));
      s.style(5, 5).format("yyyy-MM-dd H:mm").set();
      row(s, 6, "salt", 2, "t");
      s.value(6, 3, 123);
    });
    assertThat(codes(r)).contains("merged-cells", "missing-cell", "formula-without-value", "date-as-number", "code-as-number");
    assertThat(r.findings()).filteredOn(f -> f.code().equals("date-as-number")).first().satisfies(f -> assertThat(f.what()).contains("2016-10-20T08:00").contains("without an offset"));
    assertThat(r.findings()).filteredOn(f -> f.code().equals("missing-cell")).first().satisfies(f -> assertThat(f.at()).hasToString("requests.xlsx!Sheet 1:3"));
    assertThat(r.read()).extracting(Requests.Request::item).containsExactly("flour", "salt");
  }

  @Test
  void unknownUnitsAreNamedWithTheNearestAndCountsNeedAWeight() throws IOException {
    Requests r = read(s -> {
      row(s, 1, "flour", 10, "tt");
      row(s, 2, "tents", 40, "pieces");
      row(s, 3, "tarps", 40, "pieces");
      s.value(3, 4, 900);
    });
    assertThat(r.findings()).extracting(Finding::what).anyMatch(w -> w.equals("`tt` is no unit known here. Did you mean `t`?"));
    assertThat(codes(r)).contains("no-weight");
    assertThat(r.tonnes()).isEqualTo(0.9);
  }

  @Test
  void aListBeyondEverySenseIsCutAndTold() throws IOException {
    Requests r = read(s -> {
      for (int i = 1; i <= 200_001; i++) row(s, i, "flour", 0.001, "t");
    });
    assertThat(r.read()).hasSize(200_000);
    assertThat(codes(r)).contains("too-many-rows");
  }

  @Test
  void sameFindingsInManyRowsAreToldOnceWithACount() throws IOException {
    Requests r = read(s -> {
      for (int i = 1; i <= 500; i++) row(s, i, "flour", 1, "sacks");
    });
    assertThat(r.findings()).hasSizeLessThan(30);
    assertThat(r.findings()).extracting(Finding::what).anyMatch(w -> w.startsWith("480 more rows have the same finding"));
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path zip = Files.write(dir.resolve("broken.xlsx"), "PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.UTF_8));
    assertThat(codes(Requests.read(zip))).containsExactly("unreadable");
    Path text = Files.writeString(dir.resolve("x.csv"), "a,b\n1,2\n");
    assertThat(codes(Requests.read(text))).containsExactly("no-header");
    assertThat(codes(Requests.read(dir))).containsExactly("no-file");
    assertThat(codes(Requests.read(Files.createFile(dir.resolve("empty.xlsx"))))).containsExactly("empty-file");
  }

  @Test
  void aPlanGoesOutAsAWorkbookAndItsRequestsComeBack() throws IOException {
    var problem = Lanes.window(300).need(70).lane(0, 1, 5, 12, 1, 16).problem();
    Movement m = Movement.of(new Movement.Question(problem, "person-days", Scheduler.Effort.QUICK, 0.95, 1), List.of(problem));
    Path file = dir.resolve("aid.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      ManifestBook.write(out, "0.1.0", m, ZoneId.of("Asia/Damascus"));
    }
    Requests r = Requests.read(file);
    assertThat(r.findings()).isEmpty();
    assertThat(r.tonnes()).isEqualTo(70);
    assertThat(r.read().getFirst().ready().orElseThrow()).hasToString("2016-10-20T08:00+03:00");
  }

  // As they come from other spreadsheets and hands: semicolons, tonnes in words, capital letters; tons may be three things and are not guessed.
  @Test
  void otherSpellingsAreReadAndWhatMayBeSeveralThingsIsAsked() throws IOException {
    Requests r = Requests.read(Files.writeString(dir.resolve("semi.csv"), "item;quantity;unit\nflour;12;Tonnes\noil;900;liters\nrice;3;tons\nsalt;1,5;t\n"));
    assertThat(r.tonnes()).isEqualTo(12.9);
    assertThat(r.findings()).extracting(f -> f.at() + " " + f.what() + " | " + f.effect() + " | " + f.remedy()).containsExactly(
        "semi.csv:4 `tons` may be 1,000, 907 or 1,016 kg | the amount cannot be converted | write `t` for tonnes of 1,000 kg, or the amount in kg",
        "semi.csv:5 `quantity: 1,5` | it cannot be reckoned with | write a number that is not negative, without unit and without thousands separators; a point stands before decimals");
  }

  @Test
  void actualsAreReadInAnyCaseAndAnHourWithoutItsOffsetIsNot() throws IOException {
    java.util.List<org.respite.model.finding.Finding> findings = new java.util.ArrayList<>();
    Path table = Files.writeString(dir.resolve("today.csv"), "vehicle,event,at\nT001,Turned back,2016-10-20 09:40+03:00\nT002,delivered,2016-10-20 12:20\nT003,departed,\n");
    assertThat(org.respite.wheels.replan.Actual.read(table, findings)).hasSize(1);
    assertThat(findings).extracting(f -> f.at() + " " + f.what() + " | " + f.effect()).containsExactly(
        "today.csv:3 `at: 2016-10-20 12:20` has no offset | an hour read in the wrong zone is an hour under fire", "today.csv:4 `at` is empty | nobody can tell when it happened");
  }
}
