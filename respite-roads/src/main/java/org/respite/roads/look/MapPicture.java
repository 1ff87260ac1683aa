// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WholeFile;

/**
 * A map of the streets, drawn from our own data alone: SVG, or PNG where the name ends so. Streets that do not hang together with the largest piece for
 * walkers are drawn in orange, because people on them cannot reach a corridor. Equirectangular at the middle latitude, north up.
 */
public final class MapPicture {
  private static final int LONG_SIDE = 1600;
  private static final int FRAME = 24;
  private static final int FOOT = 56;

  /** Drawn in this order: paths first, great roads on top. */
  private enum Style {
    WAYS("#9aa7a0", 0.5), STREETS("#6b7280", 0.8), COLLECTORS("#4b5563", 1.3), MAIN("#1f2937", 2.0), GREAT("#111827", 2.8), CUT_OFF("#d9480f", 1.6);

    final String colour;
    final double width;

    Style(String colour, double width) {
      this.colour = colour;
      this.width = width;
    }
  }

  private final StreetNetwork network;
  private final int[] bounds;
  private final double scaleX;
  private final double scaleY;
  private final int width;
  private final int height;
  private boolean anyCutOff;

  private MapPicture(StreetNetwork network) {
    this.network = network;
    bounds = network.bounds().orElse(new int[4]);
    double stretch = Math.cos(Math.toRadians((bounds[1] / 2e7) + (bounds[3] / 2e7)));
    double w = Math.max(1, ((long) bounds[2] - bounds[0]) * Math.max(0.01, stretch));
    double h = Math.max(1, (long) bounds[3] - bounds[1]);
    double scale = (LONG_SIDE - 2.0 * FRAME) / Math.max(w, h);
    scaleX = scale * Math.max(0.01, stretch);
    scaleY = scale;
    width = Math.max(480, (int) Math.ceil(w * scale) + 2 * FRAME);
    height = Math.max(80, (int) Math.ceil(h * scale) + 2 * FRAME + FOOT);
  }

  /**
   * Writes the file whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    MapPicture picture = new MapPicture(network);
    boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    WholeFile.write(file, aside -> {
      if (!png) Files.writeString(aside, picture.svg());
      else if (!ImageIO.write(picture.image(), "png", aside.toFile())) throw new IOException("this Java cannot write PNG");
    });
  }

  /** The picture as SVG text; same network, same bytes. */
  public static String svg(StreetNetwork network) {
    return new MapPicture(network).svg();
  }

  private static Style style(RoadClass c) {
    return switch (c) {
      case MOTORWAY, MOTORWAY_LINK, TRUNK, TRUNK_LINK -> Style.GREAT;
      case PRIMARY, PRIMARY_LINK, SECONDARY, SECONDARY_LINK -> Style.MAIN;
      case TERTIARY, TERTIARY_LINK, BUSWAY -> Style.COLLECTORS;
      case UNCLASSIFIED, RESIDENTIAL, LIVING_STREET, ROAD, PEDESTRIAN -> Style.STREETS;
      case SERVICE, TRACK, FOOTWAY, PATH, STEPS, CYCLEWAY, BRIDLEWAY -> Style.WAYS;
    };
  }

  private double x(int lonE7) {
    return FRAME + ((long) lonE7 - bounds[0]) * scaleX;
  }

  private double y(int latE7) {
    return FRAME + ((long) bounds[3] - latE7) * scaleY;
  }

  private Map<Style, Path2D.Double> paths() {
    Map<Style, Path2D.Double> paths = new EnumMap<>(Style.class);
    for (Style s : Style.values()) paths.put(s, new Path2D.Double());
    Components pieces = Components.of(network, RoadUser.FOOT);
    int main = pieces.largestPiece();
    for (int l = 0; l < network.links(); l++) {
      boolean walkable = network.mayUse(2 * l, RoadUser.FOOT) || network.mayUse(2 * l + 1, RoadUser.FOOT);
      boolean cutOff = walkable && pieces.pieceOf(network.from(l)) != main && pieces.pieceOf(network.to(l)) != main;
      anyCutOff |= cutOff;
      Path2D.Double path = paths.get(cutOff ? Style.CUT_OFF : style(network.roadClass(l)));
      path.moveTo(x(network.lonE7(l, 0)), y(network.latE7(l, 0)));
      for (int i = 1; i < network.points(l); i++) path.lineTo(x(network.lonE7(l, i)), y(network.latE7(l, i)));
    }
    return paths;
  }

  private String svg() {
    StringBuilder svg = new StringBuilder();
    Map<Style, Path2D.Double> paths = paths();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"14\">\n".formatted(width, height));
    svg.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(width, height));
    paths.forEach((style, path) -> svg.append("<path fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"%s\"/>\n".formatted(style.colour, style.width, SvgPath.of(path))));
    double bar = barMetres();
    svg.append("<path fill=\"none\" stroke=\"#111827\" stroke-width=\"2\" d=\"M%d %dh%.1f\"/>\n".formatted(FRAME, height - FOOT + 10, bar * pixelsPerMetre()));
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(FRAME, height - FOOT + 28, escaped(caption(bar))));
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n</svg>\n".formatted(FRAME, height - FOOT + 46, escaped(network.provenance().attribution())));
    return svg.toString();
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    paths().forEach((style, path) -> {
      g.setColor(Color.decode(style.colour));
      g.setStroke(new BasicStroke((float) style.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(path);
    });
    double bar = barMetres();
    g.setColor(Color.decode("#111827"));
    g.setStroke(new BasicStroke(2));
    g.drawLine(FRAME, height - FOOT + 10, (int) Math.round(FRAME + bar * pixelsPerMetre()), height - FOOT + 10);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    g.drawString(caption(bar), FRAME, height - FOOT + 28);
    g.drawString(network.provenance().attribution(), FRAME, height - FOOT + 46);
    g.dispose();
    return image;
  }

  private double pixelsPerMetre() {
    return scaleY * 1e7 / 111_195;
  }

  /** A round length near a fifth of the picture's width. */
  private double barMetres() {
    double wanted = width / 5.0 / pixelsPerMetre();
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    return wanted >= 5 * power ? 5 * power : wanted >= 2 * power ? 2 * power : power;
  }

  private String caption(double bar) {
    String length = bar >= 1000 ? "%.0f km".formatted(bar / 1000) : "%.0f m".formatted(bar);
    return "%s; %s, OSM of %s%s".formatted(length, network.provenance().source(), network.provenance().osmTimestamp().isEmpty() ? "unknown date" : network.provenance().osmTimestamp(),
        anyCutOff ? "; orange: connected to nothing else on foot" : "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
