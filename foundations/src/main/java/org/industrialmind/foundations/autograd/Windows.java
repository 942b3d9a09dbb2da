package org.industrialmind.foundations.autograd;

/** Where the windows of a pooling lie, which has no padding. Shape: [batch, channel, height, width]. */
record Windows(Shape shape, Patch patch, int height, int width) {
    static Windows of(Shape images, Patch patch) {
        if (images.rank() != 4) {
            throw new IllegalArgumentException(
                    "a tensor of shape " + images + ": expected [batch, channel, height, width]");
        }
        int height = images.length(2);
        int width = images.length(3);
        Shape pooled = images.with(2, patch.outputRows(height)).with(3, patch.outputColumns(width));
        return new Windows(pooled, patch, height, width);
    }

    /** Returns the place of a window's first value, for the output at a place. */
    int first(int at) {
        int columns = shape.length(3);
        int rows = shape.length(2);
        int column = at % columns;
        int row = at / columns % rows;
        int plane = at / columns / rows;
        return (plane * height + row * patch.rowStride()) * width + column * patch.columnStride();
    }
}
