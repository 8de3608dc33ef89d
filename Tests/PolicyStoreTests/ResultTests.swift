import Foundation
import PolicyIndex
import PolicyModel
import PolicyTestSupport
import Testing

@Suite("What is kept of results")
struct ResultTests {
    private static func key(_ number: Int) -> CacheKey { CacheKey("test") { $0.add(number) } }

    private static func index(in folder: TemporaryFolder, maker: String = "test", limit: Int) throws -> PolicyIndex {
        try PolicyIndex(
            at: IndexPlace(gitDirectory: folder.path, caches: []), view: "", maker: maker, tables: [],
            today: CivilDate(daysSinceEpoch: 0), resultLimit: limit)
    }

    private static func size(of folder: TemporaryFolder) throws -> Int {
        let path = folder.path + "/policyhistory"
        return try FileManager.default.contentsOfDirectory(atPath: path).reduce(0) { sum, name in
            sum + (try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.size] as? Int ?? 0)
        }
    }

    @Test("stays within its bound, however much is kept; what is asked for stays, what nobody asks for goes")
    func bounded() throws {
        let folder = try TemporaryFolder()
        let limit = 100_000
        let asked = [UInt8](repeating: 7, count: 100)
        var largest = 0
        for run in 0..<40 {
            let index = try Self.index(in: folder, limit: limit)
            if run == 0 { index.keep(asked, as: Self.key(-1)) }
            if run > 0 { #expect(index.kept([Self.key(-1)]) == [asked], "run \(run)") }
            for number in 0..<10 {
                let bytes = [UInt8](repeating: UInt8(run), count: 2_000 + number)
                index.keep(bytes, as: Self.key(run * 100 + number))
            }
            #expect(index.finish() == nil)
            #expect(index.kept([Self.key(run * 100 + 3)]) == [[UInt8](repeating: UInt8(run), count: 2_003)])
            index.close()
            largest = max(largest, try Self.size(of: folder))
        }
        let index = try Self.index(in: folder, limit: limit)
        #expect(index.kept([Self.key(0), Self.key(501)]) == [nil, nil])
        // Two tables, what SQLite needs beside them, and its log.
        #expect(largest < 5 * limit)
    }

    @Test("is what this program worked out, and no other one")
    func ofOneMaker() throws {
        let folder = try TemporaryFolder()
        let first = try Self.index(in: folder, limit: 1_000)
        first.keep([1], as: Self.key(1))
        #expect(first.finish() == nil)
        #expect(try Self.index(in: folder, maker: "another", limit: 1_000).kept([Self.key(1)]) == [nil])
        // The other one's file has taken the place of the first.
        #expect(try Self.index(in: folder, limit: 1_000).kept([Self.key(1)]) == [nil])
    }
}
