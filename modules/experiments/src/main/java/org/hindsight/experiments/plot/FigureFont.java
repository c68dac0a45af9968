// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one font of all figures. It comes with the library, so that a figure looks the same on a machine without fonts. */
final class FigureFont {
    private static final Font BASE = load();

    private FigureFont() {}

    static Font ofSize(float size) {
        return BASE.deriveFont(size);
    }

    private static Font load() {
        try (InputStream file = FigureFont.class.getResourceAsStream("DejaVuSans.ttf")) {
            if (file == null) {
                throw new IllegalStateException("resource DejaVuSans.ttf is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("resource DejaVuSans.ttf is damaged", e);
        }
    }
}
