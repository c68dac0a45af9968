// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a figure on any {@link Graphics2D}: XChart draws the panels, the legend goes below them.
 *
 * <p>One unit is chosen so that a two-column figure, set at the width of a journal column, has text of about six points.
 */
final class FigurePainter {
    private static final int PANEL_WIDTH = 260;
    private static final int PANEL_HEIGHT = 212;
    private static final int TITLE_HEIGHT = 18;
    private static final int RIGHT_MARGIN = 8;
    private static final int LEGEND_ROW = 19;
    private static final int LEGEND_MARGIN = 6;
    private static final int SAMPLE_WIDTH = 26;
    private static final int ENTRY_GAP = 16;
    private static final float LINE_WIDTH = 1.5f;
    private static final int MARKER_SIZE = 5;
    private static final int BAND_ALPHA = 50;
    private static final FontRenderContext METRICS = new FontRenderContext(new AffineTransform(), true, true);

    private final Figure figure;
    /** A figure of one panel is as large as one of four. */
    private final int panelWidth;

    private final int panelHeight;
    private final Font title = FigureFont.ofSize(12f);
    private final Font text = FigureFont.ofSize(11f);
    private final List<List<Figure.Entry>> legendRows;

    FigurePainter(Figure figure) {
        this.figure = figure;
        int factor = figure.panels().size() == 1 ? 2 : 1;
        this.panelWidth = factor * PANEL_WIDTH;
        this.panelHeight = factor * PANEL_HEIGHT;
        this.legendRows = breakLegend();
    }

    int width() {
        return figure.columns() * panelWidth;
    }

    int height() {
        int legend = legendRows.isEmpty() ? 0 : legendRows.size() * LEGEND_ROW + 2 * LEGEND_MARGIN;
        return figure.rows() * panelHeight + legend;
    }

    void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, width(), height()));
        for (int i = 0; i < figure.panels().size(); i++) {
            int left = i % figure.columns() * panelWidth;
            int top = i / figure.columns() * panelHeight;
            graphics.translate(left, top);
            paintPanel(graphics, figure.panels().get(i));
            graphics.translate(-left, -top);
        }
        paintLegend(graphics);
    }

    private void paintPanel(Graphics2D graphics, Panel panel) {
        // XChart places a title by the height of its letters, so neighbours would not line up; this one is ours.
        graphics.setColor(Color.BLACK);
        graphics.setFont(title);
        double width = title.getStringBounds(panel.title(), METRICS).getWidth();
        graphics.drawString(panel.title(), (float) (panelWidth - width) / 2, TITLE_HEIGHT - 3f);
        graphics.translate(0, TITLE_HEIGHT);
        chart(panel).paint(graphics, panelWidth - RIGHT_MARGIN, panelHeight - TITLE_HEIGHT);
        graphics.translate(0, -TITLE_HEIGHT);
    }

    private XYChart chart(Panel panel) {
        XYChart chart = new XYChartBuilder()
                .width(panelWidth - RIGHT_MARGIN)
                .height(panelHeight - TITLE_HEIGHT)
                .xAxisTitle(panel.x().label())
                .yAxisTitle(panel.y().label())
                .build();
        double[] x = panel.xRange();
        double[] y = panel.yRange();
        style(chart.getStyler(), panel, x, y);
        int number = 0;
        for (Mark mark : panel.marks()) {
            // XChart wants distinct names; the legend is ours.
            String name = "series " + number++;
            if (mark instanceof Mark.Curve curve) {
                series(chart, name, curve.x(), curve.y(), curve.look());
            } else if (mark instanceof Mark.Level level) {
                double p = level.position();
                double[] across = level.vertical() ? new double[] {p, p} : x;
                double[] up = level.vertical() ? y : new double[] {p, p};
                series(chart, name, across, up, level.look());
            } else if (mark instanceof Mark.Band band) {
                band(chart, name, band);
            } else if (mark instanceof Mark.Area area) {
                polygon(chart, name, area.x(), area.y(), colour(area.colour()));
            }
        }
        return chart;
    }

    private void style(XYStyler styler, Panel panel, double[] x, double[] y) {
        styler.setLegendVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Color.BLACK)
                .setChartTitleVisible(false)
                .setChartPadding(5)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderColor(Color.BLACK)
                .setPlotBorderVisible(false)
                .setPlotContentSize(1)
                .setMarkerSize(MARKER_SIZE)
                .setAntiAlias(true);
        styler.setAxisTitleFont(text);
        styler.setAxisTickLabelsFont(FigureFont.ofSize(10.5f));
        styler.setAxisTitlePadding(7);
        styler.setAxisTickPadding(3);
        styler.setAxisTickMarkLength(4);
        styler.setPlotMargin(0);
        styler.setAxisTickMarksColor(Color.DARK_GRAY);
        styler.setPlotGridLinesColor(new Color(0xE4E4E4));
        styler.setPlotGridLinesStroke(new BasicStroke(0.6f));
        styler.setXAxisTickMarkSpacingHint(42);
        styler.setYAxisTickMarkSpacingHint(36);
        styler.setXAxisLogarithmic(panel.x().logarithmic());
        styler.setYAxisLogarithmic(panel.y().logarithmic());
        styler.setXAxisMin(x[0]).setXAxisMax(x[1]);
        styler.setYAxisMin(y[0]).setYAxisMax(y[1]);
        styler.setXAxisTicksVisible(!panel.x().bare());
        styler.setYAxisTicksVisible(!panel.y().bare());
        styler.setPlotGridVerticalLinesVisible(!panel.x().bare());
        styler.setPlotGridHorizontalLinesVisible(!panel.y().bare());
        styler.setXAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setYAxisTickLabelsFormattingFunction(TickLabel::of);
    }

    private static void series(XYChart chart, String name, double[] x, double[] y, Look look) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(colour(look.colour()));
        series.setLineStyle(stroke(look.line()));
        series.setMarkerColor(colour(look.colour()));
        series.setMarker(marker(look.marker()));
        if (look.line() == Look.Line.NONE) {
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        }
    }

    private static void band(XYChart chart, String name, Mark.Band band) {
        int n = band.x().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = band.x()[i];
            y[i] = band.low()[i];
            x[2 * n - 1 - i] = band.x()[i];
            y[2 * n - 1 - i] = band.high()[i];
        }
        Color solid = colour(band.colour());
        polygon(chart, name, x, y, new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), BAND_ALPHA));
    }

    private static void polygon(XYChart chart, String name, double[] x, double[] y, Color fill) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(fill);
        series.setLineColor(new Color(0, 0, 0, 0));
        series.setMarker(SeriesMarkers.NONE);
    }

    private List<List<Figure.Entry>> breakLegend() {
        List<List<Figure.Entry>> rows = new ArrayList<>();
        double room = 0;
        for (Figure.Entry entry : figure.legend()) {
            double width = entryWidth(entry) + ENTRY_GAP;
            if (rows.isEmpty() || width > room) {
                rows.add(new ArrayList<>());
                room = width() - 2.0 * LEGEND_MARGIN;
            }
            rows.get(rows.size() - 1).add(entry);
            room -= width;
        }
        return rows;
    }

    private double entryWidth(Figure.Entry entry) {
        return SAMPLE_WIDTH + 5 + text.getStringBounds(entry.label(), METRICS).getWidth();
    }

    private void paintLegend(Graphics2D graphics) {
        double top = figure.rows() * panelHeight + LEGEND_MARGIN;
        for (List<Figure.Entry> row : legendRows) {
            double total = row.stream().mapToDouble(this::entryWidth).sum() + (row.size() - 1.0) * ENTRY_GAP;
            double left = (width() - total) / 2;
            double middle = top + LEGEND_ROW / 2.0;
            for (Figure.Entry entry : row) {
                paintSample(graphics, entry.look(), left, middle);
                graphics.setColor(Color.BLACK);
                graphics.setFont(text);
                graphics.drawString(entry.label(), (float) (left + SAMPLE_WIDTH + 5), (float) middle + 4);
                left += entryWidth(entry) + ENTRY_GAP;
            }
            top += LEGEND_ROW;
        }
    }

    private static void paintSample(Graphics2D graphics, Look look, double left, double middle) {
        graphics.setColor(colour(look.colour()));
        if (look.line() != Look.Line.NONE) {
            graphics.setStroke(stroke(look.line()));
            graphics.draw(new Line2D.Double(left, middle, left + SAMPLE_WIDTH, middle));
        }
        double x = left + SAMPLE_WIDTH / 2.0;
        double r = MARKER_SIZE / 2.0 + 0.5;
        switch (look.marker()) {
            case CIRCLE -> graphics.fill(new Ellipse2D.Double(x - r, middle - r, 2 * r, 2 * r));
            case SQUARE -> graphics.fill(new Rectangle2D.Double(x - r, middle - r, 2 * r, 2 * r));
            case TRIANGLE -> graphics.fill(polygon(x, middle - r, x + r, middle + r, x - r, middle + r));
            case DIAMOND -> graphics.fill(polygon(x, middle - r, x + r, middle, x, middle + r, x - r, middle));
            case NONE -> {
                // The line says it all.
            }
        }
    }

    private static Path2D polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Color colour(Look.Colour colour) {
        return new Color(colour.rgb());
    }

    private static BasicStroke stroke(Look.Line line) {
        return switch (line) {
            case NONE -> new BasicStroke(0);
            // Round ends keep a line of many short pieces from fading.
            case SOLID -> new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED -> dashed(5, 3);
            case DOTTED -> dashed(1.5f, 2);
        };
    }

    private static BasicStroke dashed(float on, float off) {
        return new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }

    private static Marker marker(Look.Marker marker) {
        return switch (marker) {
            case NONE -> SeriesMarkers.NONE;
            case CIRCLE -> SeriesMarkers.CIRCLE;
            case SQUARE -> SeriesMarkers.SQUARE;
            case TRIANGLE -> SeriesMarkers.TRIANGLE_UP;
            case DIAMOND -> SeriesMarkers.DIAMOND;
        };
    }
}
