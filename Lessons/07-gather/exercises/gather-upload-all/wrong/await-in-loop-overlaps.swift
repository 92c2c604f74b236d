import ConcurrencyKit

func uploadAll(
    _ files: [String],
    with upload: @escaping (String) async throws -> String
) async throws -> [String] {
    var addresses: [String] = []
    for file in files {
        addresses.append(try await upload(file))
    }
    return addresses
}
