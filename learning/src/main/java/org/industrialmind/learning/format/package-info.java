/**
 * How models are kept as files: numbers as safetensors, the rest as JSON, both read as if a stranger had written them.
 */
@NullMarked
package org.industrialmind.learning.format;

import org.jspecify.annotations.NullMarked;
