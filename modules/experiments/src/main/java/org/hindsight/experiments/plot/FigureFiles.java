// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import de.erichseifert.vectorgraphics2d.Processor;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A figure as the bytes of its files. */
public final class FigureFiles {
    /** Pixels per unit of the PNG: 1560 pixels across for two panels. */
    private static final int PNG_SCALE = 3;

    private FigureFiles() {}

    /**
     * Draws a figure in every format.
     *
     * @param figure the figure
     * @return from file ending ({@code "svg"}, {@code "pdf"}, {@code "png"}, {@code "tex"}) to content
     */
    public static Map<String, byte[]> of(Figure figure) {
        FigurePainter painter = new FigurePainter(figure);
        OutlineGraphics vector = new OutlineGraphics();
        painter.paint(vector);
        CommandSequence commands = vector.getCommands();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            files.put("svg", vector(new SVGProcessor(), commands, painter));
            files.put("pdf", vector(new PDFProcessor(true), commands, painter));
            files.put("png", png(painter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.put("tex", Pgfplots.source(figure).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] vector(Processor processor, CommandSequence commands, FigurePainter painter)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        processor
                .getDocument(commands, new PageSize(painter.width(), painter.height()))
                .writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] png(FigurePainter painter) throws IOException {
        BufferedImage image = new BufferedImage(
                PNG_SCALE * painter.width(), PNG_SCALE * painter.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        painter.paint(graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Records text as outlines, so that SVG and PDF need no fonts and Greek letters survive. */
    private static final class OutlineGraphics extends VectorGraphics2D {
        @Override
        public void drawString(String string, int x, int y) {
            drawString(string, (float) x, (float) y);
        }

        @Override
        public void drawString(String string, float x, float y) {
            Shape outline =
                    getFont().createGlyphVector(getFontRenderContext(), string).getOutline(x, y);
            fill(outline);
        }
    }
}
