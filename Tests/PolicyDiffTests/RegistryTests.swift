import PolicyModel
import Testing

@testable import PolicyDiff

struct RegistryTests {
    @Test("every kind stands in the registry once, under a kebab-case id")
    func idsAreUnique() {
        #expect(Set(ChangeKind.all.map(\.id)).count == ChangeKind.all.count)
        for kind in ChangeKind.all {
            #expect(
                kind.id.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
                })
        }
    }

    @Test("every kind has a mirror that mirrors it, or says why it has none", arguments: ChangeKind.all)
    func mirrorsAreMutual(kind: ChangeKind) {
        switch kind.mirror {
        case .itself: break
        case .none(let reason): #expect(reason.count > 10)
        case .kind(let id):
            let other = ChangeKind.named(id)
            #expect(other?.mirror == .kind(kind.id))
            #expect(other?.significance == kind.significance)
        }
    }

    @Test("every kind says what it means and when it is told, with an example", arguments: ChangeKind.all)
    func kindsExplainThemselves(kind: ChangeKind) {
        #expect(kind.meaning.hasSuffix("."))
        #expect(!kind.condition.isEmpty)
        #expect(!kind.examples.isEmpty)
        #expect(kind.examples.allSatisfy { $0.before != $0.after })
    }
}
