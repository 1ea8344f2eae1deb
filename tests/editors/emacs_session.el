;;; A writer at work in Emacs, who prints what the editor shows.  -*- lexical-binding: t -*-

(require 'eglot)
(require 'json)

;; Nobody is there to answer questions.
(setq eglot-confirm-server-initiated-edits nil)
(fset 'y-or-n-p (lambda (&rest _) t))

(defvar seen nil "What the writer saw, by name.")

(defun see (name what)
  "Remember WHAT under NAME."
  (push (cons name what) seen))

(defun wait-until (there)
  "Wait until THERE returns something; return it."
  (let ((tries 600) found)
    (while (and (not (setq found (funcall there))) (> (setq tries (1- tries)) 0))
      (accept-process-output nil 0.1))
    found))

(defun go-after (text)
  "Put the cursor after the first place of TEXT."
  (goto-char (point-min))
  (search-forward text))

(find-file "essay.md")
(run-hooks 'post-command-hook)
(wait-until #'eglot-current-server)

(go-after "[@dav")
(let* ((found (eglot-completion-at-point))
       (table (nth 2 found))
       (typed (buffer-substring (nth 0 found) (nth 1 found))))
  (see 'completion (all-completions typed table)))

(go-after "alexander20")
(let (shown)
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
  (see 'hover (substring-no-properties (wait-until (lambda () shown)))))

(eglot-rename "alexander")
(see 'renamed (buffer-substring-no-properties (point-min) (point-max)))
(save-some-buffers t)

(go-after "@jimenez21")
(see 'actions (mapcar (lambda (action) (plist-get action :title))
                      (eglot-code-actions (point) (point))))

(xref-find-definitions (progn (go-after "@alex") "LSP identifier at point."))
(see 'definition (buffer-name))

(princ (json-encode seen))
