// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.need;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people need over a span, by profiles kept as data ({@code profiles.csv}): every total stands beside the base it rests on. */
public final class Needs {
  private Needs() {}

  /**
   * A standard.
   *
   * @param perDay kg a person and day (1 L is 1 kg); {@code low} and {@code high} likewise
   * @param volume m3 a tonne
   */
  public record Profile(String profile, String item, String name, String purpose, double perDay, String unit, double low, double high, double volume, String basis, String source) {}

  /** Tonnes and m3 for everybody over the span. */
  public record Total(Profile base, double people, double days, double tonnes, double low, double high, double m3) {
    public double trucks(double tonnesEach, double m3Each) {
      return Math.ceil(Math.max(tonnes / tonnesEach, m3 / m3Each) - 1e-9);
    }
  }

  public static List<Profile> profiles() {
    try (InputStream in = Needs.class.getResourceAsStream("profiles.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().map(Needs::profile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile profile(NamedCsvRecord r) {
    return new Profile(
        r.getField("profile"), r.getField("item"), r.getField("name"), r.getField("purpose"), number(r, "per_person_day"), r.getField("unit"),
        number(r, "low"), number(r, "high"), number(r, "volume_m3_per_t"), r.getField("basis"), r.getField("source"));
  }

  private static double number(NamedCsvRecord r, String column) {
    return Double.parseDouble(r.getField(column));
  }

  /** @param people at least 0, {@code days} at least 0 */
  public static Total total(Profile p, double people, double days) {
    double tonnes = people * days * p.perDay() / 1_000;
    return new Total(p, people, days, tonnes, people * days * p.low() / 1_000, people * days * p.high() / 1_000, tonnes * p.volume());
  }
}
