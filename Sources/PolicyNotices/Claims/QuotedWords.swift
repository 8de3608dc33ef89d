/// Finding quoted words in the texts they are from.
enum QuotedWords {
    /// Whether the words stand in one of the texts, in their order, whatever the marks between them; "…" stands for any others.
    static func stand(_ quotation: String, in texts: [String]) -> Bool {
        let parts = quotation.split(separator: "…").map { words(of: String($0)) }.filter { !$0.isEmpty }
        return texts.contains { text in
            var rest = words(of: text)[...]
            return parts.allSatisfy { part in
                guard let range = rest.firstRange(of: part) else { return false }
                rest = rest[range.upperBound...]
                return true
            }
        }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension String {
    /// The first place of a number that is not part of a longer one.
    func range(ofNumber number: String) -> Range<String.Index>? {
        var rest = self[...]
        while let range = rest.firstRange(of: number) {
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            if !before.isNumber, !after.isNumber { return range }
            rest = rest[range.upperBound...]
        }
        return nil
    }

    /// The text without white space at its ends.
    var trimmingSpace: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
