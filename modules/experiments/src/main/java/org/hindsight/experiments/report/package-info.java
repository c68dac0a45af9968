// SPDX-License-Identifier: Apache-2.0
/**
 * What a reader sees of a run: the manifest beside each figure, and one page over all of them.
 */
@NullMarked
package org.hindsight.experiments.report;

import org.jspecify.annotations.NullMarked;
