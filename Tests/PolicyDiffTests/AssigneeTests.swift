import PolicyModel
import Testing

@testable import PolicyDiff

/// A rule that binds somebody else is no renamed rule.
struct AssigneeTests {
    private func compared(_ type: Rule.Kind, _ old: String?, _ new: String?) -> Comparison {
        func content(_ assignee: String?) -> PolicyContent {
            let rule = Rule(
                id: "keys", type: type, assignee: assignee, action: "count the keys", lines: LineRange(1, 4))
            return PolicyContent(document: .empty, rules: RuleSet(rules: [rule]))
        }
        return compare(content(old), content(new), options: ComparisonOptions(language: "en"))
    }

    @Test(
        "whom it binds decides which way it goes",
        arguments: [
            (Rule.Kind.duty, "users", "publisher", "scope-narrowed", Direction.looser),
            (.duty, "publisher", "users", "scope-widened", .stricter),
            (.permission, "users", "publisher", "scope-narrowed", .stricter),
            (.prohibition, "users", "users and guests", "scope-widened", .stricter),
            (.permission, "users and guests", "guests", "scope-narrowed", .stricter),
            (.duty, "hosts", "guests", "scope-widened", .unclear),
        ])
    func binds(type: Rule.Kind, old: String, new: String, kind: String, direction: Direction) {
        let changes = compared(type, old, new).changes
        #expect(changes.map(\.kind) == [kind])
        #expect(changes.first?.direction == direction)
    }

    @Test("users who are not named are bound as before")
    func unnamed() {
        #expect(compared(.duty, nil, "users").changes.isEmpty)
    }
}
