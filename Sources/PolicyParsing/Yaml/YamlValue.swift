import PolicyModel

/// A value of a YAML file as it stands: text, a list or a map.
///
/// Scalars are never typed: `no` is the text "no".
indirect enum YamlValue {
    /// A scalar. `isEmpty` tells a value left out (`key:`) from an empty text in quotes.
    case text(String, isEmpty: Bool, lines: LineRange)
    case list([YamlValue], lines: LineRange)
    case map([Entry], lines: LineRange)

    /// One key of a map with its value.
    struct Entry {
        let key: String
        /// The line of the key.
        let line: Int
        let value: YamlValue
    }

    /// Where it stands.
    var lines: LineRange {
        switch self {
        case .text(_, _, let lines), .list(_, let lines), .map(_, let lines): lines
        }
    }

    /// Whether the value was left out.
    var isAbsent: Bool {
        if case .text(_, let isEmpty, _) = self { isEmpty } else { false }
    }

    /// The text of a scalar, nil where it is left out or no scalar.
    var text: String? {
        if case .text(let text, false, _) = self { text } else { nil }
    }

    /// The values of a list; empty for anything else.
    var items: [YamlValue] {
        if case .list(let items, _) = self { items } else { [] }
    }

    /// The keys and values of a map; empty for anything else.
    var entries: [Entry] {
        if case .map(let entries, _) = self { entries } else { [] }
    }

    /// The value of a key; nil where there is none or it is left out.
    subscript(key: String) -> YamlValue? {
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isAbsent else { return nil }
        return value
    }

    /// The text of a key's scalar.
    func text(_ key: String) -> String? { self[key]?.text }

    /// The scalars of a key's list with their lines.
    func statements(_ key: String) -> [Statement] {
        (self[key]?.items ?? []).compactMap { item in item.text.map { Statement($0, lines: item.lines) } }
    }
}
