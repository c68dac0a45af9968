// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.hindsight.stackelberg.commitment;

import org.jspecify.annotations.NullMarked;
