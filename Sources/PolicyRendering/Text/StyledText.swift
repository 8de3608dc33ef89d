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
        var word: [Piece] = []
        for run in runs {
            for (number, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if number > 0 {
                    lines.add(word)
                    lines.space(run.style)
                    word = []
                }
                if part.utf8.allSatisfy({ $0 < 0x80 }) {
                    if !part.isEmpty { word.append((String(part), run.style)) }
                    continue
                }
                for character in part {
                    if character.columns == 2 {
                        lines.add(word)
                        word = []
                    }
                    word.append((String(character), run.style))
                }
            }
        }
        lines.add(word)
        return lines.finished()
    }

    /// A part of a word: characters of one style.
    private typealias Piece = (text: String, style: Style)

    /// Lines being filled.
    private struct Lines {
        let width: Int
        private var done: [StyledText] = []
        private var line = StyledText()
        private var used = 0
        private var pendingSpace: Style?

        init(width: Int) { self.width = width }

        mutating func space(_ style: Style) { if pendingSpace == nil { pendingSpace = style } }

        mutating func add(_ word: [Piece]) {
            if word.isEmpty { return }
            let columns = word.reduce(0) { $0 + $1.text.columns }
            let gap = used > 0 && pendingSpace != nil ? 1 : 0
            if used > 0, used + gap + columns > width {
                breakLine()
            } else if gap == 1, let style = pendingSpace {
                put(" ", 1, style)
            }
            pendingSpace = nil
            if columns <= width || Self.isAddress(word) {
                for piece in word { put(piece.text, piece.text.columns, piece.style) }
            } else {
                for part in Self.parts(of: word) { add(part: part) }
            }
        }

        /// Whether a word is an address of the web: one that is broken leads nowhere, so it stands whole on a line that is too long.
        private static func isAddress(_ word: [Piece]) -> Bool {
            let text = word.map(\.text).joined()
            return text.utf8.count < 8_000 && ["https://", "http://"].contains { text.contains($0) }
        }

        /// The parts of a word that fits no line, such as a path: it is best broken behind a slash, a hyphen or the like.
        private static func parts(of word: [Piece]) -> [[(Character, Style)]] {
            var parts: [[(Character, Style)]] = [[]]
            for (text, style) in word {
                for character in text {
                    parts[parts.count - 1].append((character, style))
                    if "/-_?&=".contains(character) { parts.append([]) }
                }
            }
            return parts
        }

        private mutating func add(part: [(Character, Style)]) {
            if used > 0, used + part.reduce(0, { $0 + $1.0.columns }) > width { breakLine() }
            for (character, style) in part {
                if used + character.columns > width, used > 0 { breakLine() }
                put(String(character), character.columns, style)
            }
        }

        private mutating func put(_ text: String, _ columns: Int, _ style: Style) {
            if let last = line.runs.indices.last, line.runs[last].style == style {
                line.runs[last].text.append(text)
            } else {
                line.runs.append(Run(text: text, style: style))
            }
            used += columns
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
