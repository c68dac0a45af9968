// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import org.hindsight.games.files.NfgToken.Kind;

/** The tokens of a text, one ahead. White space separates tokens and means nothing else. */
final class NfgTokens {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;
    private NfgToken next;

    NfgTokens(String text) {
        this.text = text;
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            at = 1;
        }
        this.next = scan();
    }

    /** The token to come. */
    NfgToken peek() {
        return next;
    }

    /** Takes a token, of whatever kind. */
    NfgToken take() {
        NfgToken token = next;
        next = scan();
        return token;
    }

    /** Takes a token of one kind. */
    NfgToken take(Kind kind, String expected) {
        if (next.kind() != kind) {
            throw next.expected(expected);
        }
        return take();
    }

    /** Takes a token of one kind if it is there. */
    boolean takeIf(Kind kind) {
        if (next.kind() != kind) {
            return false;
        }
        take();
        return true;
    }

    private NfgToken scan() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            advance();
        }
        int startLine = line;
        int startColumn = column;
        if (at == text.length()) {
            return new NfgToken(Kind.END, "", startLine, startColumn);
        }
        char first = text.charAt(at);
        Kind symbol = symbol(first);
        if (symbol != Kind.WORD) {
            advance();
            return new NfgToken(symbol, String.valueOf(first), startLine, startColumn);
        }
        if (first == '"') {
            return new NfgToken(Kind.STRING, string(startLine, startColumn), startLine, startColumn);
        }
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            advance();
        }
        return new NfgToken(Kind.WORD, text.substring(start, at), startLine, startColumn);
    }

    private static Kind symbol(char c) {
        return switch (c) {
            case '{' -> Kind.OPEN;
            case '}' -> Kind.CLOSE;
            case ',' -> Kind.COMMA;
            default -> Kind.WORD;
        };
    }

    private static boolean isWord(char c) {
        return c != '"' && symbol(c) == Kind.WORD && !Character.isWhitespace(c);
    }

    /** A backslash protects a quote or a backslash and otherwise stands for itself, as it does for Gambit. */
    private String string(int startLine, int startColumn) {
        StringBuilder content = new StringBuilder();
        advance();
        while (at < text.length()) {
            char c = text.charAt(at);
            advance();
            if (c == '"') {
                return content.toString();
            }
            if (c == '\\' && at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\\')) {
                c = text.charAt(at);
                advance();
            }
            content.append(c);
        }
        throw new NfgFormatException(
                line,
                column,
                "'\"' to end the string that starts at line " + startLine + ", column " + startColumn,
                "the end of the file");
    }

    private void advance() {
        if (text.charAt(at) == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        at++;
    }
}
