# language: fr
Fonctionnalité: Droits aux services des titulaires d'une carte CPS

  Une ligne par profession et par carte, une colonne par service, dans l'ordre des étapes. Les droits : oui, si (avec conditions), non ;
  oui ?, si ?, non ? là où la source a perdu sa marque et où une hypothèse déclarée la remplace ; ? là où la source ne dit rien.
  Les mentions sont celles qui sont imprimées à côté des droits.

  @C_04
  Plan du scénario: Chaque service dit à chaque profession quel est son droit
    Étant donné <personne> dont la carte est dans le lecteur
    Quand il ouvre la liste de ses services
    Alors la liste, et chaque service ouvert depuis elle, lui donnent ces droits :
      | service                                             | droit    |
      | Signer les feuilles de soins électroniques          | <signer> |
      | Mettre en lot / signer les lots                     | <lots>   |
      | Télétransmettre les feuilles de soins électroniques | <télé>   |
      | Utilisation des téléservices Amelipro               | <ameli>  |
      | SI VAC                                              | <vac>    |
      | SI DEP                                              | <dep>    |
      | Utiliser une MSS                                    | <mss>    |
      | Alimenter le DMP                                    | <alim>   |
      | Consulter le DMP                                    | <cons>   |
      | Rechercher l'INSi                                   | <insi>   |
      | SCOR                                                | <scor>   |
      | ADRI                                                | <adri>   |
      | SEFi                                                | <sefi>   |
      | PEC+                                                | <pec>    |
      | Préparer les feuilles de soins électroniques        | <prép>   |
    Et les mentions imprimées à côté de ses droits sont "<mentions>"

    Exemples:
      | personne                                | signer | lots  | télé  | ameli | vac   | dep   | mss   | alim  | cons  | insi  | scor  | adri  | sefi | pec | prép | mentions                                                                |
      | un chirurgien-dentiste                  | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?     | oui ? | ?    | ?   | ?    |                                                                         |
      | un infirmier                            | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | un masseur-kinésithérapeute             | oui ?  | oui ? | oui ? | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | un médecin                              | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?     | oui ? | ?    | ?   | ?    |                                                                         |
      | un pédicure-podologue                   | oui ?  | oui ? | oui ? | oui ? | ?     | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | un pharmacien                           | oui ?  | oui ? | oui ? | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | une sage-femme                          | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | un directeur de laboratoire             | oui ?  | oui ? | oui ? | ?     | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | une orthophoniste                       | oui ?  | oui ? | oui ? | ?     | ?     | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    |                                                                         |
      | un orthopédiste-orthésiste              | oui ?  | oui ? | oui ? | ?     | ?     | ?     | si ?  | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | création par le GCS E-santé                                             |
      | un orthoprothésiste                     | oui ?  | oui ? | oui ? | ?     | ?     | ?     | si ?  | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | création par le GCS E-santé                                             |
      | un podo-orthésiste                      | oui ?  | oui ? | oui ? | ?     | ?     | ?     | si ?  | oui ? | oui ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | création par le GCS E-santé                                             |
      | un audioprothésiste                     | oui ?  | oui ? | oui ? | ?     | ?     | ?     | si ?  | oui ? | si ?  | oui ? | oui ? | oui ? | ?    | ?   | ?    | création par le GCS E-santé · accès aux documents selon les professions |
      | un opticien lunetier                    | oui ?  | oui ? | oui ? | ?     | ?     | ?     | si ?  | oui ? | si ?  | oui ? | oui ? | oui ? | ?    | ?   | ?    | création par le GCS E-santé · accès aux documents selon les professions |
      | un orthoptiste                          | oui ?  | oui ? | oui ? | ?     | ?     | ?     | oui ? | oui ? | si ?  | oui ? | oui ? | oui ? | ?    | ?   | ?    | accès aux documents selon les professions                               |
      | un médecin salarié hors centre de santé | ?      | ?     | ?     | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?     | ?     | ?     | ?    | ?   | ?    |                                                                         |
