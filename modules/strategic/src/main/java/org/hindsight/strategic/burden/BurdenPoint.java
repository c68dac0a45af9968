// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.List;
import org.hindsight.core.Checks;

/**
 * What one threshold means for the institution and for those it should accept.
 *
 * @param threshold the likelihood that one must show to be accepted, tau
 * @param utility the probability that the decision equals the outcome after everyone has responded, U(tau) in [0, 1]
 * @param burden the expected cost of reaching the threshold given Y = 1, B+(tau), at least zero; counted even for people
 *     to whom acceptance is not worth it
 * @param groupBurdens the same expectation within each group; immutable
 */
public record BurdenPoint(double threshold, double utility, double burden, List<Double> groupBurdens) {
    /**
     * Creates a point.
     *
     * @param threshold in [0, 1]
     * @param utility finite
     * @param burden at least zero
     * @param groupBurdens at least one, each at least zero; copied
     */
    public BurdenPoint {
        Checks.inUnitInterval(threshold, "threshold");
        Checks.finite(utility, "utility");
        Checks.nonNegative(burden, "burden");
        groupBurdens = List.copyOf(groupBurdens);
        Checks.atLeast(groupBurdens.size(), 1, "groupBurdens.size()");
        for (int g = 0; g < groupBurdens.size(); g++) {
            Checks.nonNegative(groupBurdens.get(g), "groupBurdens[" + g + "]");
        }
    }

    /**
     * Returns the burden of one group.
     *
     * @param group the group's index
     * @return its burden, at least zero
     */
    public double groupBurden(int group) {
        return groupBurdens.get(Checks.index(group, groupBurdens.size(), "group"));
    }

    /**
     * Returns the social gap between two groups: how much more the first must pay than the second.
     *
     * @param disadvantaged the group whose burden counts positively
     * @param advantaged the group whose burden is subtracted
     * @return the difference of their burdens, negative if the groups are the other way round
     */
    public double socialGap(int disadvantaged, int advantaged) {
        return groupBurden(disadvantaged) - groupBurden(advantaged);
    }
}
