internal import PolicyModel

/// The menus of a page: above its text long nested lists of labels, anywhere in it long lists of nothing but links.
struct Menus {
    private let items: Set<Int>

    /// A shorter list of labels may as well be a list of the policy.
    private static let leastItems = 12

    /// A shorter list of links may as well be part of a sentence.
    private static let leastLinks = 3

    /// Finds the menus of a document.
    ///
    /// Linear in the number of clauses.
    init(_ document: Document) {
        var items: Set<Int> = []
        var run: [Int] = []
        func close() {
            defer { run = [] }
            let isAboveText = !run.isEmpty && document.clauses[run[0]].section == 0
            let labels = run.count { Self.isLabel(document.clauses[$0].text) }
            let isMenu =
                isAboveText && run.count >= Self.leastItems && Self.isNested(run, document)
                && labels * 100 >= run.count * 85
            if isMenu || Self.isOfLinks(run, document) { items.formUnion(run) }
        }
        for (index, clause) in document.clauses.enumerated() {
            if let last = run.last, document.clauses[last].section != clause.section { close() }
            if case .listItem = clause.form { run.append(index) } else { close() }
        }
        close()
        self.items = items
    }

    func contains(_ clause: Int) -> Bool { items.contains(clause) }

    /// Whether clauses of a passage are items of menus.
    func contains(_ clauses: [Int]) -> Bool { clauses.allSatisfy(items.contains) }

    private static func isNested(_ run: [Int], _ document: Document) -> Bool {
        run.contains {
            if case .listItem(let depth, _) = document.clauses[$0].form { depth > 1 } else { false }
        }
    }

    /// Whether a list holds nothing but links, and no sentence leads it in.
    private static func isOfLinks(_ run: [Int], _ document: Document) -> Bool {
        guard run.count >= leastLinks else { return false }
        let lead = document.clauses[run[0]].leadIn.map { document.clauses[$0].text } ?? ""
        return lead.utf8.count <= 24 && run.count { isLink(document.clauses[$0]) } * 100 >= run.count * 95
    }

    /// Whether an item is wholly a link, with the few words of a label.
    private static func isLink(_ clause: Clause) -> Bool {
        let length = clause.text.utf8.count
        return length <= 90
            && clause.spans.contains { span in
                if case .link = span.style { span.bytes.count * 10 >= length * 9 } else { false }
            }
    }

    /// A few words, the first and the longer ones with capitals, without the end of a sentence.
    private static func isLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 48, let last = text.unicodeScalars.last, !".;:,".unicodeScalars.contains(last) else {
            return false
        }
        let words = text.split(separator: " ")
        return words.count <= 6
            && words.enumerated().allSatisfy { place, word in
                guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return true }
                return first.properties.isUppercase || (place > 0 && word.count <= 3)
            }
    }
}
