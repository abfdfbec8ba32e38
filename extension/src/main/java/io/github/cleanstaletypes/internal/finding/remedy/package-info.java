/** What to do about a finding, in the words of who reads it. */
@NullMarked
package io.github.cleanstaletypes.internal.finding.remedy;

import org.jspecify.annotations.NullMarked;
