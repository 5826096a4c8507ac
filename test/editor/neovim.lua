-- netpol in Neovim: nvim --headless --clean -c 'luafile neovim.lua', in this folder.
-- Written for 0.7.2, the oldest with all that is used here; newer ones start a client by vim.lsp.start.
local LIMIT = 20000
local passed, failed = 0, 0

local function check(name, ok, detail)
  io.stdout:write((ok and '  ok    ' or '  FAIL  ') .. name .. (ok and '' or '\n        ' .. vim.inspect(detail)) .. '\n')
  if ok then passed = passed + 1 else failed = failed + 1 end
end

local function eventually(ask)
  local answer
  vim.wait(LIMIT, function() answer = ask(); return answer end, 10)
  return answer
end

local function tests()
  vim.cmd('edit workspace/policies.yaml')
  local buffer = vim.api.nvim_get_current_buf()
  local document = vim.lsp.util.make_text_document_params(buffer)
  local id = vim.lsp.start_client({
    name = 'netpol',
    cmd = { 'node', '../../server/dist/server.js', '--stdio' },
    root_dir = vim.loop.cwd() .. '/workspace',
  })
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)

  local function ask(method, params)
    local answers, reason = vim.lsp.buf_request_sync(buffer, method, params, LIMIT)
    return answers and answers[id] and answers[id].result or nil, answers or reason
  end
  local function finding(code)
    for _, found in ipairs(vim.diagnostic.get(buffer)) do
      if found.code == code then return found end
    end
  end
  local function lineOf(pattern)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      if line:find(pattern) then return number - 1 end
    end
  end

  check('initialises', eventually(function() return client.initialized end))

  local dns = eventually(function() return finding('missing-dns-egress') end)
  check('underlines egress that leaves out DNS', dns and dns.lnum == lineOf('egress:'), vim.diagnostic.get(buffer))

  local hover, all = ask('textDocument/hover', { textDocument = document, position = { line = lineOf('podSelector:'), character = 4 } })
  check('says in a hover which pods a selector picks', hover and hover.contents.value:find('Selects 2 pods of 1 workload'), hover or all)

  local lsp = dns.user_data.lsp
  local range = { start = { line = dns.lnum, character = dns.col }, ['end'] = { line = dns.end_lnum, character = dns.end_col } }
  local actions = ask('textDocument/codeAction', {
    textDocument = document,
    range = range,
    context = { diagnostics = { { range = range, message = dns.message, severity = dns.severity, source = dns.source, code = lsp.code } } },
  })
  local fix
  for _, action in ipairs(actions or {}) do
    if not fix and action.title:find('DNS') then fix = action end
  end
  if fix and not fix.edit then fix = ask('codeAction/resolve', fix) end
  check('offers the DNS rule as a quick fix', fix and fix.edit, actions)
  vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
  check('inserts it', lineOf('port: 53'), vim.api.nvim_buf_get_lines(buffer, 0, -1, false))
  check('is content then', eventually(function() return not finding('missing-dns-egress') end), vim.diagnostic.get(buffer))

  client.stop()
  check('ends when it is asked to', eventually(function() return vim.lsp.client_is_stopped(id) end))
end

local ran, why = pcall(tests)
if not ran then check('the script', false, why) end
io.stdout:write(string.format('\n%d passed, %d failed\n', passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
