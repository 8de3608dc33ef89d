/// A stretch of text in runs of one style each; what a style looks like is decided when it is printed.
struct StyledText: Hashable {
    /// What a run is, for the colours; the words always say it too.
    enum Style: Hashable {
        case plain, strong, quiet
        case deleted, inserted
        case stricter, looser, neutral, unclear
    }

    struct Run: Hashable {
        var text: String
        var style: Style
    }

    private(set) var runs: [Run] = []

    init() {}

    init(_ text: String, _ style: Style = .plain) { append(text, style) }

    /// Appends text that may come from a policy, on one line: what a terminal would act on is replaced.
    mutating func append(_ text: String, _ style: Style = .plain) {
        let inline = onOneLine(text, after: runs.last?.text.last)
        if !inline.isEmpty { runs.append(Run(text: inline, style: style)) }
    }

    mutating func append(_ other: StyledText) { runs += other.runs }

    var isEmpty: Bool { runs.isEmpty }
    var plain: String { runs.map(\.text).joined() }
    var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

    /// Returns the text cut to so many columns, with an ellipsis where something is left out.
    func cut(to width: Int) -> StyledText {
        if columns <= width { return self }
        var cut = StyledText()
        var left = max(1, width) - 1
        for run in runs {
            let kept = run.text.prefix { character in
                left -= character.columns
                return left >= 0
            }
            var words = Substring(kept)
            if left < 0 { while words.last == " " { words.removeLast() } }
            cut.append(left < 0 ? words + "…" : String(words), run.style)
            if left < 0 { break }
        }
        return cut
    }

    /// Returns the text in lines of at most `width` columns, broken at spaces, and inside a word only where it does not fit
    /// a line, or is East Asian.
    func wrapped(to width: Int) -> [StyledText] {
        var lines = Lines(width: max(1, width))
        var word: [(Character, Style)] = []
        for run in runs {
            for character in run.text {
                if character == " " {
                    lines.add(word)
                    lines.space(run.style)
                    word = []
                } else {
                    if character.columns == 2 {
                        lines.add(word)
                        word = []
                    }
                    word.append((character, run.style))
                }
            }
        }
        lines.add(word)
        return lines.finished()
    }

    /// Lines being filled.
    private struct Lines {
        let width: Int
        private var done: [StyledText] = []
        private var line = StyledText()
        private var used = 0
        private var pendingSpace: Style?

        init(width: Int) { self.width = width }

        mutating func space(_ style: Style) { if pendingSpace == nil { pendingSpace = style } }

        mutating func add(_ word: [(Character, Style)]) {
            if word.isEmpty { return }
            let columns = word.reduce(0) { $0 + $1.0.columns }
            let gap = used > 0 && pendingSpace != nil ? 1 : 0
            if used > 0, used + gap + columns > width {
                breakLine()
            } else if gap == 1, let style = pendingSpace {
                put(" ", style)
            }
            pendingSpace = nil
            if columns <= width || Self.isAddress(word) {
                for (character, style) in word { put(character, style) }
            } else {
                for piece in Self.pieces(of: word) { addPiece(piece) }
            }
        }

        /// Whether a word is an address of the web: one that is broken leads nowhere, so it stands whole on a line that is too long.
        private static func isAddress(_ word: [(Character, Style)]) -> Bool {
            word.count < 2_000 && ["https://", "http://"].contains { String(word.map(\.0)).contains($0) }
        }

        /// The parts of a word that fits no line, such as a path: it is best broken behind a slash, a hyphen or the like.
        private static func pieces(of word: [(Character, Style)]) -> [[(Character, Style)]] {
            var pieces: [[(Character, Style)]] = [[]]
            for (character, style) in word {
                pieces[pieces.count - 1].append((character, style))
                if "/-_?&=".contains(character) { pieces.append([]) }
            }
            return pieces
        }

        private mutating func addPiece(_ piece: [(Character, Style)]) {
            if used > 0, used + piece.reduce(0, { $0 + $1.0.columns }) > width { breakLine() }
            for (character, style) in piece {
                if used + character.columns > width, used > 0 { breakLine() }
                put(character, style)
            }
        }

        private mutating func put(_ character: Character, _ style: Style) {
            if let last = line.runs.indices.last, line.runs[last].style == style {
                line.runs[last].text.append(character)
            } else {
                line.runs.append(Run(text: String(character), style: style))
            }
            used += character.columns
        }

        private mutating func breakLine() {
            done.append(line)
            line = StyledText()
            used = 0
            pendingSpace = nil
        }

        func finished() -> [StyledText] { line.isEmpty ? done : done + [line] }
    }
}

extension StyledText: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(text) }
}
