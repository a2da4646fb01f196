# language: fr
Fonctionnalité: Droits aux services des remplaçants, des professionnels en formation et du personnel

  Une ligne par profession et par carte, une colonne par service, dans l'ordre des étapes. Les droits : oui, si (avec conditions), non ;
  oui ?, si ?, non ? là où la source a perdu sa marque et où une hypothèse déclarée la remplace ; ? là où la source ne dit rien.
  Les mentions sont celles qui sont imprimées à côté des droits.

  @C_04
  Plan du scénario: Chaque service dit à chaque remplaçant ou professionnel en formation quel est son droit
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
      | personne                               | signer | lots  | télé  | ameli | vac   | dep   | mss   | alim  | cons  | insi  | scor  | adri  | sefi | pec | prép | mentions                                                   |
      | un chirurgien-dentiste remplaçant      | oui    | oui   | oui   | non   | oui   | oui   | oui   | non   | non   | oui   | oui   | oui   | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | un infirmier remplaçant                | oui    | oui   | oui   | non   | oui   | oui   | oui   | non   | non   | oui   | oui   | oui   | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | un médecin remplaçant                  | oui    | oui   | oui   | si    | oui   | oui   | oui   | non   | non   | oui   | ?     | oui   | ?    | ?   | ?    | par délégation du remplacé · prévu en 2023 · prévu en 2023 |
      | un masseur-kinésithérapeute remplaçant | oui ?  | oui ? | oui ? | ?     | oui ? | oui ? | oui ? | non ? | non ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | une orthophoniste remplaçante          | oui    | oui   | oui   | ?     | oui   | oui   | oui   | non   | non   | oui   | oui   | oui   | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | un pharmacien remplaçant               | oui ?  | oui ? | oui ? | ?     | oui ? | oui ? | oui ? | non ? | non ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | un pédicure-podologue remplaçant       | oui    | oui   | oui   | non   | oui   | oui   | oui   | non   | non   | oui   | oui   | oui   | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | une sage-femme remplaçante             | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | non ? | non ? | oui ? | oui ? | oui ? | ?    | ?   | ?    | prévu en 2023 · prévu en 2023                              |
      | un médecin en formation                | oui ?  | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | oui ? | ?     | oui ? | ?    | ?   | ?    |                                                            |

  @C_04
  Plan du scénario: Chaque service dit au personnel d'une structure quel est son droit
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
      | personne                  | signer | lots  | télé  | ameli | vac | dep | mss  | alim  | cons  | insi | scor | adri | sefi  | pec   | prép | mentions                    |
      | un directeur d'ambulances | oui ?  | oui ? | oui ? | ?     | ?   | ?   | si ? | oui ? | oui ? | si ? | ?    | ?    | oui ? | oui ? | ?    | création par le GCS E-santé; uniquement si structure renseignée dans l'annuaire santé avec n° SIRET; uniquement boîte aux lettres organisationnelle · sauf CPE non nominatives |
      | un ambulancier            | oui ?  | oui ? | oui ? | ?     | ?   | ?   | si ? | oui ? | oui ? | si ? | ?    | ?    | oui ? | oui ? | ?    | création par le GCS E-santé; uniquement si structure renseignée dans l'annuaire santé avec n° SIRET; uniquement boîte aux lettres organisationnelle · sauf CPE non nominatives |
      | un directeur de taxis     | oui ?  | oui ? | oui ? | ?     | ?   | ?   | ?    | oui ? | oui ? | si ? | ?    | ?    | oui ? | oui ? | ?    | sauf CPE non nominatives    |
      | un chauffeur de taxi      | oui ?  | oui ? | oui ? | ?     | ?   | ?   | ?    | oui ? | oui ? | si ? | ?    | ?    | oui ? | oui ? | ?    | sauf CPE non nominatives    |
      | un assistant médical      | non    | non   | non   | si    | oui | oui | non  | oui   | non   | oui  | ?    | oui  | ?     | ?     | oui  | par délégation de l'assisté |

  @C_04
  Plan du scénario: Une carte qui n'est au nom de personne ne donne aucun droit à éprouver
    Étant donné <personne> dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Carte non nominative"
    Et ses droits ne peuvent pas être éprouvés : "La carte n'est au nom de personne : elle ne connecte à aucun service, et ses usages se font dans le logiciel du cabinet."
    Quand il demande la liste de ses services
    Alors il voit l'écran "Portail e-CPS"

    Exemples:
      | personne                                              |
      | un ambulancier dont la carte n'est pas nominative     |
      | un chauffeur de taxi dont la carte n'est pas nominative |
      | une secrétaire médicale                               |
