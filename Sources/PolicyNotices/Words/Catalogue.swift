/// The sentences of one language, by key: a file of `Languages/`.
///
/// A file holds sections (`[kinds]`) of lines `key: text`; `#` at the start of a line is a comment. `{name}` in a text is a place to be
/// filled, `~` a no-break space. A sentence that depends on a number has one text a plural form: `key.one`, `key.other`, where needed `key.many`.
package struct Catalogue: Sendable {
    /// The BCP 47 code, such as `en`.
    package let language: String
    private let texts: [String: String]

    /// All catalogues, by language.
    package static let all: [Catalogue] = EmbeddedFiles.all.map { file in
        Catalogue(language: String(file.path.prefix { $0 != "." }), data: file.text)
    }

    /// Returns the catalogue of a language tag by its primary subtag (`en-GB` → `en`); nil where there is none.
    package static func named(_ tag: String) -> Catalogue? {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        return all.first { $0.language == primary }
    }

    /// Reads a catalogue of its data.
    init(language: String, data: String) {
        self.language = language
        var texts: [String: String] = [:]
        var section = ""
        for line in data.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
            } else if let colon = line.firstIndex(of: ":") {
                let text = line[line.index(after: colon)...].drop { $0 == " " }
                texts[section + "/" + line[..<colon]] = String(text.replacing("~", with: "\u{A0}"))
            }
        }
        self.texts = texts
    }

    /// The keys, section and all (`kinds/duty-added.new`), sorted.
    package var keys: [String] { texts.keys.sorted() }

    /// Returns the text of a key as it stands; nil where there is none.
    package subscript(key: String) -> String? { texts[key] }

    /// Returns the text of a key with its places filled.
    ///
    /// A test holds that every key in use has a text; the key itself would show where one has not.
    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let pattern = texts[key] else { return key }
        return Self.fill(pattern, values)
    }

    /// Returns the text that goes with a number, with `{count}` and its other places filled.
    func text(_ key: String, count: Int, _ locale: any NoticeLocale, _ values: [String: String] = [:]) -> String {
        let form = "\(key).\(locale.plural(count).rawValue)"
        let all = values.merging(["count": locale.number(count)]) { $1 }
        return text(texts[form] == nil ? "\(key).other" : form, all)
    }

    /// Fills places in one pass, so that braces in a value stay what they are.
    static func fill(_ pattern: String, _ values: [String: String]) -> String {
        guard pattern.contains("{") else { return pattern }
        var output = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            output += rest[..<open]
            output += values[String(rest[rest.index(after: open)..<close])] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return output + rest
    }
}
