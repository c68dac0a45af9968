// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalZigguratTest {
    @Test
    void layersCloseAtTheMode() {
        assertThat(NormalZiggurat.closureError()).isCloseTo(0, within(1e-15));
    }

    /** The lowest layer is the rectangle up to TAIL and the tail beyond it. */
    @Test
    void lowestLayerHasTheAreaOfTheOthers() {
        double tail = NormalZiggurat.TAIL;
        double rectangle = tail * Math.exp(-tail * tail / 2);
        double beyond = Math.sqrt(Math.PI / 2) * Erf.erfc(tail / Math.sqrt(2));
        assertThat(rectangle + beyond).isCloseTo(NormalZiggurat.AREA, within(1e-16));
    }
}
