import ConcurrencyKit

func uploadAll(
    _ files: [String],
    with upload: @escaping (String) async throws -> String
) async throws -> [String] {
    let uploads = files.map { file in createTask(name: file) { try await upload(file) } }
    do {
        return try await gather(uploads)
    } catch {
        if !(error is CancelledError) {
            for task in uploads { task.cancel() }
        }
        throw error
    }
}
