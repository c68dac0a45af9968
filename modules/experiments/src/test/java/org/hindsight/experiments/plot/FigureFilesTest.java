// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureFilesTest {
    private static final double[] X = {1, 10, 100};
    private static final double[] Y = {2, 20, 30};

    private static final Figure FIGURE = new Figure(
            2,
            List.of(
                    new Panel(
                            "logs & τ",
                            Axis.logarithmic("T"),
                            Axis.logarithmic("regret_T %"),
                            List.of(
                                    new Mark.Band(
                                            X, new double[] {1, 10, 20}, new double[] {3, 30, 40}, Look.Colour.BLUE),
                                    new Mark.Curve(
                                            "measured",
                                            X,
                                            Y,
                                            Look.solid(Look.Colour.BLUE).with(Look.Marker.CIRCLE)),
                                    new Mark.Level("bound α", false, 35, Look.theory(Look.Colour.BLACK)))),
                    new Panel(
                            "one point",
                            Axis.linear("x"),
                            Axis.linear("y"),
                            List.of(new Mark.Curve(
                                    "measured",
                                    new double[] {0},
                                    new double[] {0},
                                    Look.solid(Look.Colour.BLUE).with(Look.Marker.CIRCLE))))),
            "Caption.");

    @Test
    void drawsEveryFormat() {
        Map<String, byte[]> files = FigureFiles.of(FIGURE);
        assertThat(files).containsOnlyKeys("svg", "pdf", "png", "tex");
        assertThat(new String(files.get("pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(new String(files.get("svg"), StandardCharsets.UTF_8)).contains("<svg");
    }

    @Test
    void drawsInTheColoursOfThePalette() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(FigureFiles.of(FIGURE).get("png")));
        int blue = 0;
        int black = 0;
        int white = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xFFFFFF;
                blue += rgb == Look.Colour.BLUE.rgb() ? 1 : 0;
                black += rgb == 0 ? 1 : 0;
                white += rgb == 0xFFFFFF ? 1 : 0;
            }
        }
        assertThat(blue).isGreaterThan(500);
        assertThat(black).isGreaterThan(500);
        assertThat(white).isGreaterThan(image.getWidth() * image.getHeight() / 2);
    }

    @Test
    void drawsTheSameBytesAgain() {
        Map<String, byte[]> once = FigureFiles.of(FIGURE);
        Map<String, byte[]> again = FigureFiles.of(FIGURE);
        for (String ending : List.of("svg", "png", "tex")) {
            assertThat(again.get(ending)).as(ending).isEqualTo(once.get(ending));
        }
    }

    @Test
    void fillsAreasAndLeavesBareAxesAlone() throws IOException {
        Figure figure = new Figure(
                1,
                List.of(new Panel(
                        "area",
                        Axis.bare("x").between(0, 10),
                        Axis.bare("y").between(0, 10),
                        List.of(
                                new Mark.Curve("", new double[] {0}, new double[] {0}, Look.solid(Look.Colour.BLUE)),
                                new Mark.Area(
                                        new double[] {1, 9, 9, 1}, new double[] {1, 1, 9, 9}, Look.Colour.VERMILION)))),
                "Caption.");
        Map<String, byte[]> files = FigureFiles.of(figure);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(files.get("png")));
        int filled = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                filled += (image.getRGB(x, y) & 0xFFFFFF) == Look.Colour.VERMILION.rgb() ? 1 : 0;
            }
        }
        assertThat(filled).isGreaterThan(image.getWidth() * image.getHeight() / 3);
        assertThat(new String(files.get("tex"), StandardCharsets.UTF_8))
                .contains("xtick=\\empty", "ytick=\\empty", "fill=hindsightvermilion", "-- cycle;");
        assertThatThrownBy(() -> new Mark.Area(X, new double[2], Look.Colour.BLUE))
                .hasMessage("y has length 2, expected 3");
    }

    @Test
    void sharesOneLegendEntryAmongPanels() {
        assertThat(FIGURE.legend()).extracting(Figure.Entry::label).containsExactly("measured", "bound α");
    }

    @Test
    void writesPgfplotsSourceInPlainAscii() {
        String tex = new String(FigureFiles.of(FIGURE).get("tex"), StandardCharsets.UTF_8);
        assertThat(tex.chars()).allMatch(c -> c < 128);
        assertThat(tex)
                .contains("title={logs \\& $\\tau$}", "ylabel={regret\\_T \\%}", "xmode=log", "ymode=log")
                .contains("\\addlegendentry{bound $\\alpha$}");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> new Panel(
                        "p",
                        Axis.linear("x"),
                        Axis.logarithmic("y"),
                        List.of(new Mark.Curve("c", X, new double[] {1, 0, 2}, Look.solid(Look.Colour.BLUE)))))
                .hasMessage("p: y must be positive and finite, was 0.0");
        assertThatThrownBy(() -> new Panel("p", Axis.linear("x"), Axis.linear("y"), List.of()))
                .hasMessage("panel \"p\" must have a curve");
        assertThatThrownBy(() -> new Mark.Curve("c", X, new double[] {1, Double.NaN, 2}, Look.solid(Look.Colour.BLUE)))
                .hasMessage("y[1] = NaN must be finite");
        assertThatThrownBy(() -> new Mark.Curve("c", X, new double[2], Look.solid(Look.Colour.BLUE)))
                .hasMessage("y has length 2, expected 3");
        assertThatThrownBy(() -> Axis.linear("x").between(1, 1)).hasMessage("from must be less than to = 1.0, was 1.0");
    }

    @Test
    void labelsTicksBriefly() {
        assertThat(TickLabel.of(0)).isEqualTo("0");
        assertThat(TickLabel.of(0.30000000000000004)).isEqualTo("0.3");
        assertThat(TickLabel.of(-2.5)).isEqualTo("−2.5");
        assertThat(TickLabel.of(1e6)).isEqualTo("10⁶");
        assertThat(TickLabel.of(2.5e-7)).isEqualTo("2.5·10⁻⁷");
        assertThat(TickLabel.of(20_000)).isEqualTo("20000");
    }
}
