import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

/// Random histories with merges and clocks that run backwards, against git itself.
@Suite("The line of first parents")
struct LinePropertyTests {
    @Test(
        "has the commits that git has, with their dates, whatever was merged and whatever the clocks said",
        arguments: 0..<12)
    func records(seed: Int) throws {
        var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
        func number(below bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let repository = try TestRepository()
        func moment() -> String {
            let day = CivilDate(daysSinceEpoch: number(below: 20_000) + 1)
            return "\(day)T\(10 + number(below: 14)):\(10 + number(below: 50)):00Z"
        }
        func edit() -> [TestRepository.Edit] {
            [.write("\(["a", "b"][number(below: 2)]).md", "text \(number(below: 4))\n")]
        }
        var main = [try repository.commit([.write("a.md", "0\n"), .write("b.md", "0\n")], at: moment())]
        var sides: [ObjectID] = []
        for _ in 0..<30 {
            switch number(below: 4) {
            case 0:
                let parent =
                    sides.isEmpty || number(below: 2) == 0 ? main[number(below: main.count)] : sides[sides.count - 1]
                sides.append(try repository.commit(edit(), at: moment(), parents: [parent], branch: "side"))
            case 1 where !sides.isEmpty:
                let side = sides[number(below: sides.count)]
                main.append(
                    try repository.commit(edit(), at: moment(), parents: [main[main.count - 1], side]))
            default:
                main.append(try repository.commit(edit(), at: moment(), parents: [main[main.count - 1]]))
            }
        }
        let source = try repository.source()
        for policy in ["a", "b"] {
            let listed = try git(
                "log", "--first-parent", "-m", "--reverse", "--format=%H %ct", "--diff-filter=AM", "main", "--",
                "\(policy).md",
                in: repository.path)
            let records = try #require(try source.history(of: PolicyID(policy))).records
            #expect(
                records.map { "\($0.commit) \($0.recorded.secondsSinceEpoch)" }
                    == listed.split(separator: "\n").map(String.init))
        }
    }
}
