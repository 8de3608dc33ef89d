internal import PolicyModel

/// The menus of a page above its text: long nested lists of labels that no sentence leads in.
struct Menus {
    private let items: Set<Int>

    /// A shorter list may as well be a list of the policy.
    private static let leastItems = 12

    /// Finds the menus above the first heading of a document.
    ///
    /// Linear in the number of clauses there.
    init(_ document: Document) {
        var items: Set<Int> = []
        var run: [Int] = []
        func close() {
            defer { run = [] }
            let labels = run.count { Self.isLabel(document.clauses[$0].text) }
            let isNested = run.contains {
                if case .listItem(let depth, _) = document.clauses[$0].form { depth > 1 } else { false }
            }
            guard run.count >= Self.leastItems, isNested, labels * 100 >= run.count * 85 else { return }
            items.formUnion(run)
        }
        for index in document.sections[0].clauses {
            if case .listItem = document.clauses[index].form { run.append(index) } else { close() }
        }
        close()
        self.items = items
    }

    func contains(_ clause: Int) -> Bool { items.contains(clause) }

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
