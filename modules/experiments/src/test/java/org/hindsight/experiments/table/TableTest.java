// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = new Table(
            List.of("name", "x"), List.of(List.of("a,b", "1.5"), List.of("say \"c\"", "2"), List.of("a,b", "-3e-9")));

    @Test
    void readsWhatItWrites() {
        Table again = Table.parse(TABLE.toCsv());
        assertThat(again.columns()).isEqualTo(TABLE.columns());
        assertThat(again.texts("name")).isEqualTo(TABLE.texts("name"));
        assertThat(again.numbers("x")).containsExactly(1.5, 2, -3e-9);
        assertThat(again.toCsv()).isEqualTo(TABLE.toCsv());
    }

    @Test
    void endsLinesWithLineFeeds() {
        assertThat(TABLE.toCsv()).startsWith("name,x\n\"a,b\",1.5\n").doesNotContain("\r");
    }

    @Test
    void selectsRows() {
        assertThat(TABLE.distinct("name")).containsExactly("a,b", "say \"c\"");
        assertThat(TABLE.where("name", "a,b").numbers("x")).containsExactly(1.5, -3e-9);
        assertThat(TABLE.where("name", "none").size()).isZero();
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> TABLE.numbers("y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column must be one of [name, x], was y");
        assertThatThrownBy(() -> TABLE.numbers("name"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name[0] must be a number, was \"a,b\"");
        assertThatThrownBy(() -> Table.parse("a,b\n1,2\n3\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("csv: Record 3 has 1 fields, but first record had 2 fields");
        assertThatThrownBy(() -> Table.parse(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("csv must have a header, was empty");
        assertThatThrownBy(() -> new Table(List.of("a", "a"), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
