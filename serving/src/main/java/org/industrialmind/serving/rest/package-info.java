/** The resources of the API: each controller asks one module and puts its answer into JSON. */
@NullMarked
package org.industrialmind.serving.rest;

import org.jspecify.annotations.NullMarked;
