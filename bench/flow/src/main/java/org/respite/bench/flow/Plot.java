// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two logarithmic axes as SVG, one colour and one mark a line, labelled at its end; readable without colour. */
final class Plot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int RIGHT = 150;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d", "#5f7a3a", "#7a5195", "#777777");
  private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3", "1 4");

  private final String title;
  private final String x;
  private final String y;
  private final Map<String, List<double[]>> lines = new LinkedHashMap<>();

  Plot(String title, String x, String y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /** Adds a point; both numbers above 0. */
  void add(String line, double atX, double atY) {
    lines.computeIfAbsent(line, l -> new ArrayList<>()).add(new double[] {atX, atY});
  }

  String svg() {
    double[] xs = decades(0);
    double[] ys = decades(1);
    StringBuilder s = new StringBuilder();
    s.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n".formatted(WIDTH, HEIGHT));
    s.append("<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n".formatted(title));
    text(s, WIDTH / 2.0, 20, "middle", title);
    text(s, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", x);
    s.append("<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n".formatted((TOP + HEIGHT - BOTTOM) / 2, y));
    for (double d = xs[0]; d <= xs[1] + 1e-9; d++) rule(s, place(d, xs, 0), TOP, place(d, xs, 0), HEIGHT - BOTTOM, power(d), true);
    for (double d = ys[0]; d <= ys[1] + 1e-9; d++) rule(s, LEFT, place(d, ys, 1), WIDTH - RIGHT, place(d, ys, 1), power(d), false);
    int i = 0;
    for (Map.Entry<String, List<double[]>> line : lines.entrySet()) line(s, line.getKey(), line.getValue(), xs, ys, i++);
    return s.append("</svg>\n").toString();
  }

  private void line(StringBuilder s, String name, List<double[]> points, double[] xs, double[] ys, int i) {
    String colour = COLOURS.get(i % COLOURS.size());
    StringBuilder path = new StringBuilder();
    double px = 0;
    double py = 0;
    for (double[] p : points) {
      px = place(Math.log10(p[0]), xs, 0);
      py = place(Math.log10(p[1]), ys, 1);
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", px, py));
      s.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", px, py, colour));
    }
    s.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" stroke-dasharray=\"%s\"/>\n"
        .formatted(path.toString().strip(), colour, DASHES.get(i % DASHES.size())));
    s.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>\n", px + 7, py + 4, colour, name));
  }

  private static void rule(StringBuilder s, double x1, double y1, double x2, double y2, String label, boolean below) {
    s.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n", x1, y1, x2, y2));
    text(s, below ? x1 : x1 - 6, below ? y2 + 18 : y1 + 4, below ? "middle" : "end", label);
  }

  private static void text(StringBuilder s, double x, double y, String anchor, String what) {
    s.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, what));
  }

  private static String power(double d) {
    int e = (int) Math.round(d);
    return e >= 0 && e <= 6 ? String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, e))) : e < 0 && e >= -3 ? String.valueOf(Math.pow(10, e)) : "1e" + e;
  }

  private double[] decades(int axis) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (List<double[]> points : lines.values()) {
      for (double[] p : points) {
        low = Math.min(low, Math.log10(p[axis]));
        high = Math.max(high, Math.log10(p[axis]));
      }
    }
    return new double[] {Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)};
  }

  private static double place(double log, double[] range, int axis) {
    double share = (log - range[0]) / (range[1] - range[0]);
    return axis == 0 ? LEFT + share * (WIDTH - LEFT - RIGHT) : HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}
