internal import PolicyModel

/// Lists of what others wrote lately: questions of a forum, news, comments.
///
/// Their entries count the days from the day of reading ("2 hours ago"), as no list of a policy does.
enum Feed {
    /// How many items must count from the day of reading.
    private static let leastDates = 3

    static func clauses(
        of document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Set<Int> {
        var found: Set<Int> = []
        var run: [Int] = []
        for index in document.clauses.indices {
            if case .listItem = document.clauses[index].form,
                run.last.map({ isSameSection($0, index, document) }) ?? true
            {
                run.append(index)
                continue
            }
            found.formUnion(entries(run, document, side, &reader))
            run = []
            if case .listItem = document.clauses[index].form { run = [index] }
        }
        return found.union(entries(run, document, side, &reader))
    }

    private static func isSameSection(_ index: Int, _ other: Int, _ document: Document) -> Bool {
        document.clauses[index].section == document.clauses[other].section
    }

    /// The items of a list where it is a feed: one in eight at least counts from the day of reading, none is long.
    private static func entries(
        _ run: [Int], _ document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> [Int] {
        guard run.count >= leastDates * 2, run.allSatisfy({ document.clauses[$0].text.utf8.count <= 200 }) else {
            return []
        }
        var dates = 0
        for index in run where document.clauses[index].text.utf8.count <= 60 {
            let passage = Passage([index], side, &reader)
            let traits = passage.traits(passage.words.indices)
            if traits.contains(.relativeDate), traits.contains(.duration) || traits.contains(.number) { dates += 1 }
        }
        return dates >= leastDates && dates * 8 >= run.count ? run : []
    }
}
