import PolicyModel

// Lists and quotes: what holds blocks.

extension MarkdownReader {
    mutating func readList(_ block: Block) {
        var reader = ListReader(source, definitionsMayBegin: !definitions.isEmpty)
        if let paragraphs = reader.read(block), add(paragraphs) { return }
        if isLight(block) { readWithCommonMark(block) } else { readItems(block) }
    }

    /// Adds the paragraphs of a list; false, and nothing added, where one needs cmark-gfm.
    private mutating func add(_ paragraphs: [ListReader.Paragraph]) -> Bool {
        var texts: [PlainText] = []
        texts.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            guard let text = text(of: paragraph.content) else { return false }
            texts.append(text)
        }
        var open = 0
        for (paragraph, text) in zip(paragraphs, texts) {
            // A list and an item are open at each depth.
            while open > paragraph.depth {
                builder.leave()
                builder.leave()
                open -= 1
            }
            if let marker = paragraph.marker {
                if open == paragraph.depth { builder.leave() } else { builder.enterList() }
                builder.enterItem(marker: String(decoding: source[marker], as: UTF8.self))
                open = paragraph.depth
            }
            builder.addParagraph(text, lines: LineRange(paragraph.line, paragraph.lastLine))
        }
        for _ in 0..<(2 * open) { builder.leave() }
        return true
    }

    /// Reads a list that is too large for cmark-gfm item by item, each as a text of its own.
    private mutating func readItems(_ block: Block) {
        guard depth < Self.depthLimit else { return keepAsText(block) }
        builder.enterList()
        for item in Container.items(of: block, in: source) {
            builder.enterItem(marker: item.marker)
            readInside(item)
            builder.leave()
        }
        builder.leave()
    }

    /// Reads a quote that is too large for cmark-gfm as a text of its own.
    mutating func readQuote(_ block: Block) {
        guard depth < Self.depthLimit else { return keepAsText(block) }
        builder.enterQuote()
        readInside(Container.quote(block, in: source))
        builder.leave()
    }

    private mutating func readInside(_ container: Container) {
        container.content.withUnsafeBufferPointer { content in
            let outer = source
            source = content
            depth += 1
            var scanner = BlockScanner(content, from: 0, line: container.line)
            while let block = scanner.next() { read(block) }
            depth -= 1
            source = outer
        }
    }
}
