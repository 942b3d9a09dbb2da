/**
 * The public tables that every practitioner knows: what their columns are called, which class is asked for, what a person
 * who knows the subject would add to them, and the pipelines that were chosen for them on their training part.
 */
@NullMarked
package org.industrialmind.learning.tabular.publicdata;

import org.jspecify.annotations.NullMarked;
