-- Opens the map that stands in $MAP with the server that stands in $CRMMAP, and says what the editor then knows.
local map, program = vim.env.MAP, vim.env.CRMMAP
vim.cmd('autocmd BufRead,BufNewFile *.crmmap set filetype=crmmap')
vim.cmd('edit ' .. map)
local client = vim.lsp.start_client({ name = 'crmmap', cmd = { vim.env.NODE, program, 'lsp' }, root_dir = vim.fn.fnamemodify(map, ':h') })
vim.lsp.buf_attach_client(0, client)

local function say(what, value)
    io.stdout:write(what .. ': ' .. vim.fn.json_encode(value) .. '\n')
end

local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, 120000) or {}
    for _, answer in pairs(answers) do return answer.result end
end

vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local codes = {}
for _, found in ipairs(vim.diagnostic.get(0)) do table.insert(codes, found.code) end
say('filetype', vim.bo.filetype)
say('codes', codes)

local here = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 1, character = 1 } }
local hover = ask('textDocument/hover', here)
say('hover', hover and hover.contents.value)
local definition = ask('textDocument/definition', here)
say('definition', definition and (definition[1] or definition))
local edit = ask('textDocument/rename', vim.tbl_extend('force', here, { newName = 'store' }))
if edit then vim.lsp.util.apply_workspace_edit(edit, 'utf-16') end
say('text', vim.api.nvim_buf_get_lines(0, 0, -1, false))
vim.cmd('qa!')
