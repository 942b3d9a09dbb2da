/** How models of remaining life are kept as folders of files: JSON and safetensors, read as if a stranger had written them. */
@NullMarked
package org.industrialmind.learning.prognosis.format;

import org.jspecify.annotations.NullMarked;
