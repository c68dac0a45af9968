// SPDX-License-Identifier: Apache-2.0
/** The real data sets that figures use, with their provenance beside them in the resources. */
@NullMarked
package org.hindsight.experiments.data;

import org.jspecify.annotations.NullMarked;
