import PolicyNotices

/// Words of a paragraph of Word that are set alike.
struct WordRun: Hashable {
    /// How words are set beside others.
    enum Setting: Character {
        case strong = "b"
        case emphasis = "i"
        case code = "c"
    }

    var text = ""
    var settings: Set<Setting> = []

    /// What begins and ends a setting in a line that a template made; no value holds these characters.
    private static let begin: Character = "\u{2}"
    private static let end: Character = "\u{3}"

    /// Returns what people wrote as a line that `runs(of:)` reads.
    static func marked(_ inlines: [PeopleMarkdown.Inline]) -> String {
        func set(_ setting: Setting, _ inner: String) -> String { "\(begin)\(setting.rawValue)\(inner)\(end)" }
        return inlines.map { inline in
            switch inline {
            case .emphasis(let inner): set(.emphasis, marked(inner))
            case .strong(let inner): set(.strong, marked(inner))
            case .code(let text): set(.code, onOneLine(text))
            case .text, .link, .lineBreak: PeopleMarkdown.text([inline])
            }
        }.joined()
    }

    /// Returns the runs of a line.
    static func runs(of line: String) -> [WordRun] {
        var runs: [WordRun] = []
        var open: [Setting] = []
        var isSetting = false
        for character in line {
            if isSetting {
                if let setting = Setting(rawValue: character) { open.append(setting) }
                isSetting = false
            } else if character == begin {
                isSetting = true
            } else if character == end {
                _ = open.popLast()
            } else if runs.last?.settings == Set(open) {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(WordRun(text: String(character), settings: Set(open)))
            }
        }
        return runs
    }

    /// Adds the run to a paragraph.
    func add(to paragraph: inout Markup) {
        paragraph.element("w:r") { run in
            if !settings.isEmpty {
                run.element("w:rPr") { properties in
                    if settings.contains(.code) {
                        properties.void("w:rFonts", ["w:ascii": "Courier New", "w:hAnsi": "Courier New"])
                    }
                    if settings.contains(.strong) { properties.void("w:b") }
                    if settings.contains(.emphasis) { properties.void("w:i") }
                }
            }
            run.element("w:t", ["xml:space": "preserve"], text: text)
        }
    }
}
