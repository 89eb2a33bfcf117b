// One file per behaviour; each finds its elements by a data- attribute.
