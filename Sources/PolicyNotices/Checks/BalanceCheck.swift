internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// The counts of an edited summary are those of the changes.
    static let balance = NoticeCheck(
        "notice-balance-differs",
        meaning: "How many points a summary calls stricter or less strict is how many there are.",
        example: "“2 points are stricter” of three."
    ) { notice in
        guard let catalogue = notice.catalogue else { return [] }
        let points = notice.part.points.counted
        return notice.written.filter { $0.key == .summary }.flatMap { written -> [Finding] in
            let words = Tone.plain(PeopleText.plain(written.text)).split(separator: " ").map(String.init)
            let directions: [Direction] = [.looser, .stricter]
            var taken: Set<Int> = []
            return directions.compactMap { direction -> Finding? in
                let sentence = Tone.plain(catalogue["sentences/\(direction.rawValue).other"] ?? "")
                // "are less strict", "are stricter": behind the number and its noun.
                let said = sentence.split(separator: " ").dropFirst(2).map(String.init)
                guard !said.isEmpty, let place = words.firstRange(of: said)?.lowerBound, taken.insert(place).inserted
                else { return nil }
                let count = points.count { $0.direction == direction }
                guard let told = words[max(0, place - 3)..<place].compactMap({ Int($0) }).last, told != count else {
                    return nil
                }
                return notice.finding(
                    "notice-balance-differs", .error, line: written.line,
                    "The summary counts \(told) points as \(direction.rawValue); there are \(count).",
                    fix: "Write the number that there are.")
            }
        }
    }
}
