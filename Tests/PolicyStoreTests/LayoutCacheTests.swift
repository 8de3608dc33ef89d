import Foundation
import PolicyModel
import PolicyTestSupport
import Synchronization
import Testing

@testable import PolicyStore

/// A cache that lives in memory, and counts.
private final class CountingCache: ComparisonCache {
    private let state = Mutex((rows: [CacheKey: [UInt8]](), kept: 0))

    var count: Int { state.withLock { $0.kept } }

    func kept(_ keys: [CacheKey]) -> [[UInt8]?] { state.withLock { state in keys.map { state.rows[$0] } } }

    func keep(_ bytes: [UInt8], as key: CacheKey) {
        state.withLock {
            $0.rows[key] = bytes
            $0.kept += 1
        }
    }
}

@Suite("Finding out how policies lie")
struct LayoutCacheTests {
    @Test("reads only folders that changed, and sees a native policy that comes into one of them")
    func onlyChanged() throws {
        let repository = try TestRepository()
        let cache = CountingCache()
        func layout() throws -> Layout {
            let git = try openRepository(.at(repository.path))
            let head = try #require(try git.head().commit)
            return try git.arrangement(of: git.commit(head).tree, root: nil, layout: nil, cache: cache) { _, _ in
                (Settings(), [])
            }.layout
        }
        try repository.commit((0..<9).map { .write("f\($0)/sub/a.md", "Text \($0)") })
        #expect(try layout() == .documents)
        let first = cache.count
        #expect(first == 18)
        #expect(try layout() == .documents)
        #expect(cache.count == first)
        try repository.commit([.write("f3/sub/a.md", "Another")])
        #expect(try layout() == .documents)
        #expect(cache.count == first + 2)
        try repository.commit([.write("f3/sub/policy.md", "x"), .write("f3/sub/rules.yaml", "rules: []")])
        #expect(try layout() == .native)
        #expect(try layout() == .native)
    }
}
